namespace EStation.Contests;

public static class ContestRefusals
{
    public static readonly Refusal OtherRegion = new(
        403,
        "contest.other-region",
        new(
            "该竞赛不面向您所在的地区。",
            "이 경연은 귀하의 지역을 대상으로 하지 않습니다.",
            En: "The contest is not open to the caller's region."
        )
    );
    public static readonly Refusal NotOpen = new(
        409,
        "contest.not-open",
        new("竞赛不在开放时间内。", "경연 기간이 아닙니다.", En: "The contest is not open.")
    );
    public static readonly Refusal Over = new(
        409,
        "contest.over",
        new("竞赛已结束，不能再更改。", "경연이 끝나 더는 고칠수 없습니다.", En: "The contest is over and can no longer be changed.")
    );
    public static readonly Refusal Opened = new(
        409,
        "contest.opened",
        new("竞赛已开始，开始时间不能更改。", "경연이 시작되여 시작 시간을 고칠수 없습니다.", En: "The contest has opened.")
    );
    public static readonly Refusal NotEligible = new(
        403,
        "contest.not-eligible",
        new("不符合该竞赛的参加条件。", "이 경연의 참가 조건에 맞지 않습니다.", En: "The contest is not for this person.")
    );

    public static Refusal NotEligibleBy(IReadOnlyList<Rule> rules) => NotEligible with { Rules = rules };

    public static readonly Refusal Published = new(
        409,
        "contest.published",
        new("竞赛已发布，规则不能更改。", "경연이 이미 발표되여 규칙을 고칠수 없습니다.", En: "A published contest cannot be changed.")
    );
    public static readonly Refusal AttemptNoneLeft = new(
        409,
        "attempt.none-left",
        new("答题次数已用完。", "남은 응시 회수가 없습니다.", En: "No attempt is left.")
    );
    public static readonly Refusal AttemptSubmitted = new(
        409,
        "attempt.submitted",
        new(
            "本次答题已提交，不能更改。",
            "이미 제출한 답안은 고칠수 없습니다.",
            En: "The attempt was already submitted with different answers."
        )
    );
    public static readonly Refusal QuestionNotHandedOut = new(
        409,
        "question.not-handed-out",
        new("这道题还没有轮到。", "아직 이 문제의 차례가 아닙니다.", En: "The question has not been handed out yet.")
    );
    public static readonly Refusal QuestionNotAnswered = new(
        409,
        "question.not-answered",
        new(
            "请先选择答案，时间到了才能跳过。",
            "먼저 답을 고르십시오. 시간이 지나야 다음 문제로 넘어갈수 있습니다.",
            En: "The next question comes when this one is answered or its time is over."
        )
    );
    public static readonly Refusal QuestionAnswered = new(
        409,
        "question.answered",
        new(
            "这道题已作答，不能更改。",
            "이미 답한 문제는 고칠수 없습니다.",
            En: "The question was already answered with different options."
        )
    );
    public static readonly Refusal AttemptPaperGone = new(
        409,
        "attempt.paper-gone",
        new(
            "本次答题的试卷已失效，不能再作答或提交。",
            "이번 응시의 시험지는 효력을 잃어 더는 답하거나 제출할수 없습니다.",
            En: "This attempt can no longer be continued or submitted."
        )
    );
}
