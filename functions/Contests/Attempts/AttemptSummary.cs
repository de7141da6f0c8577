using System.Text.Json.Serialization;

namespace EStation.Contests.Attempts;

public enum AttemptState
{
    Open,
    Submitted,
    Lapsed,
}

public sealed record AttemptSummary(
    string Attempt,
    AttemptState State,
    DateTimeOffset StartedAt,
    DateTimeOffset Deadline,
    bool? Ranked,
    int? Score,
    int OutOf,
    int? ElapsedMs,
    DateTimeOffset? SubmittedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? KeyVersion
)
{
    public static AttemptSummary Of(Sitting sitting, Contest contest, string ticket, DateTimeOffset now) =>
        new(
            ticket,
            sitting.StateAt(now, contest),
            sitting.Attempt.StartedAt,
            sitting.Attempt.DeadlineIn(contest),
            sitting.Submission is null ? null : sitting.Counts,
            sitting.Submission?.Result.Score,
            contest.Draw.Count,
            sitting.Submission?.Result.ElapsedMs,
            sitting.Submission?.Result.SubmittedAt,
            sitting.Submission?.KeyVersion
        );
}
