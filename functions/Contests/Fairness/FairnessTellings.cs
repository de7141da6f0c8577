using System.Globalization;
using EStation.Inbox;

namespace EStation.Contests.Fairness;

/// <summary>Tellings of the correction of a person's attempts.</summary>
public static class FairnessTellings
{
    public const string AttemptDisqualified = "attempt-disqualified";
    public const string PersonDisqualified = "contest-disqualified";
    public const string Undone = "disqualification-undone";

    public static readonly IReadOnlyList<TellingKind> Kinds =
    [
        new(
            AttemptDisqualified,
            new("成绩取消", "성적 취소", En: "A result was disqualified"),
            new(
                "您在“{title}”的一次答题成绩已被取消。原因：{reason}",
                "“{title}”에서 귀하의 응시 성적 한건이 취소되였습니다. 리유: {reason}",
                En: "One of your attempts at “{title}” no longer counts. Reason: {reason}"
            )
        )
        {
            Topic = Topic.Contests,
        },
        new(
            PersonDisqualified,
            new("参赛资格取消", "참가 자격 취소", En: "Disqualified"),
            new(
                "您在“{title}”的成绩已全部取消，不再计入排名。原因：{reason}",
                "“{title}”에서 귀하의 성적이 모두 취소되여 순위에 들지 않습니다. 리유: {reason}",
                En: "Your results in “{title}” no longer count. Reason: {reason}"
            )
        )
        {
            Topic = Topic.Contests,
        },
        new(
            Undone,
            new("成绩恢复", "성적 회복", En: "Results count again"),
            new(
                "您在“{title}”的成绩已恢复，仍计入排名。",
                "“{title}”에서 귀하의 성적이 회복되여 다시 순위에 듭니다.",
                En: "Your results in “{title}” count again."
            )
        )
        {
            Topic = Topic.Contests,
        },
    ];

    /// <param name="step">Of the correction, so that each is told once.</param>
    public static Telling Of(Contest contest, Disqualification one, int step, DateTimeOffset now) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{one.Id}-{step}"),
            !one.Holds ? Undone
                : one.Number is null ? PersonDisqualified
                : AttemptDisqualified,
            new Addressee(one.Person),
            now,
            new Dictionary<string, Text> { ["title"] = contest.Title, ["reason"] = new(one.Reason) },
            $"/contest/{contest.Id}"
        );
}
