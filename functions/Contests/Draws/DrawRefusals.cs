namespace EStation.Contests.Draws;

public static class DrawRefusals
{
    public static readonly Refusal None = new(
        409,
        "draw.none",
        new("本竞赛没有抽奖。", "이 경연에는 추첨이 없습니다.", En: "The contest has no draw.")
    );
    public static readonly Refusal TooEarly = new(
        409,
        "draw.too-early",
        new("还没到开奖时间。", "아직 추첨 시간이 아닙니다.", En: "The public value does not exist yet.")
    );
    public static readonly Refusal Drawn = new(
        409,
        "draw.drawn",
        new("已经抽出，结果不能更改。", "이미 추첨하여 고칠수 없습니다.", En: "The draw was made with another value.")
    );
    public static readonly Refusal ValuesDiffer = new(
        409,
        "draw.values-differ",
        new(
            "两人录入的开奖号码不同，都已作废，请核对后重新录入。",
            "두 사람이 입력한 당첨번호가 달라 모두 무효로 하였습니다. 확인하고 다시 입력하세요.",
            En: "The two values differ; both were discarded. Check the value and enter it again."
        )
    );
}
