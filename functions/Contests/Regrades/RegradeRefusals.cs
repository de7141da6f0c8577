namespace EStation.Contests.Regrades;

public static class RegradeRefusals
{
    public static readonly Refusal InProgress = new(
        409,
        "regrade.in-progress",
        new(
            "正在重新计分，请几分钟后再试。",
            "점수를 다시 매기는중입니다. 몇분후에 다시 시도하세요.",
            En: "A regrade of the contest is being applied. Try again in a few minutes."
        )
    );
    public static readonly Refusal Outdated = new(
        409,
        "regrade.outdated",
        new(
            "提出之后答案已有更改，请重新提出。",
            "제출후 답이 이미 바뀌였습니다. 다시 제출하세요.",
            En: "The key has changed since the proposal. Propose it again."
        )
    );
}
