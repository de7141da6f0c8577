namespace EStation.Contests.Results;

public static class ObjectionRefusals
{
    public static readonly Refusal Closed = new(
        409,
        "objection.closed",
        new("现在不在公示期内。", "지금은 공시 기간이 아닙니다.", En: "Objections are taken while the results are public and not final.")
    );
    public static readonly Refusal TooMany = new(
        409,
        "objection.too-many",
        new(
            "您已提出多次异议，请等待答复。",
            "이의를 이미 여러번 제기하셨습니다. 답변을 기다려 주세요.",
            En: "You have objected as often as possible."
        )
    );
    public static readonly Refusal Answered = new(
        409,
        "objection.answered",
        new("这条异议已经答复。", "이미 답변한 이의입니다.", En: "The objection was answered with another text.")
    );
}
