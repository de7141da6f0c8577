namespace EStation.Contests.Results;

public static class ResultsRefusals
{
    public static readonly Refusal TooEarly = new(
        409,
        "results.too-early",
        new(
            "竞赛尚未结束或成绩还在统计，请稍后再试。",
            "경연이 아직 끝나지 않았거나 성적을 집계하는중입니다. 잠시 후 다시 시도하세요.",
            En: "The contest takes answers still, or its last answers are not counted yet."
        )
    );
    public static readonly Refusal Frozen = new(
        409,
        "results.frozen",
        new("成绩已经固定，不能更改。", "성적이 이미 확정되여 고칠수 없습니다.", En: "The results were frozen with other terms.")
    );
    public static readonly Refusal DrawMissing = new(
        409,
        "results.draw-missing",
        new(
            "本竞赛有抽奖奖品，请填写开奖依据。",
            "이 경연에는 추첨 상품이 있으므로 추첨 근거를 써넣어야 합니다.",
            En: "The contest promises prizes by draw, so the freeze has to name the draw."
        )
    );
    public static readonly Refusal NotFrozen = new(
        409,
        "results.not-frozen",
        new("成绩还没有固定。", "성적이 아직 확정되지 않았습니다.", En: "The results are not frozen yet.")
    );
}
