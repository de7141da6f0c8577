namespace EStation.Contests.Prizes;

public static class PrizeRefusals
{
    public static readonly Refusal Forfeited = new(
        409,
        "prize.forfeited",
        new(
            "领奖期限已过，奖品已作废。",
            "수령 기한이 지나 상품이 무효로 되였습니다.",
            En: "The time to claim is over; the prize is forfeited."
        )
    );
    public static readonly Refusal NotFinal = new(
        409,
        "results.not-final",
        new(
            "结果还在公示，公示结束后才能领奖。",
            "결과를 공시하는중입니다. 공시가 끝난 뒤 수령할수 있습니다.",
            En: "The results are not final yet."
        )
    );
    public static readonly Refusal NotClaimed = new(
        409,
        "prize.not-claimed",
        new("这件奖品还没有人领取登记。", "아직 수령 신청이 없는 상품입니다.", En: "The prize was not claimed yet.")
    );
    public static readonly Refusal HandedOut = new(
        409,
        "prize.handed-out",
        new("这件奖品已经发放。", "이미 내준 상품입니다.", En: "The prize was handed out already.")
    );
    public static readonly Refusal Own = new(
        403,
        "prize.own",
        new(
            "不能给自己发奖，请由其他工作人员办理。",
            "본인의 상품은 다른 일군이 내주어야 합니다.",
            En: "Nobody hands out a prize to oneself."
        )
    );
}
