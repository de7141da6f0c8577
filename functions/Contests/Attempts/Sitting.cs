using EStation.Contests.Boards;

namespace EStation.Contests.Attempts;

/// <param name="Lapsed">The next attempt was started before the submission, so this attempt can no longer rank.</param>
public sealed record Sitting(Attempt Attempt, Submission? Submission = null, bool Lapsed = false)
{
    public Best? Ranked => Submission is { Ranked: true } submission ? submission.Result : null;

    public AttemptState StateAt(DateTimeOffset now, Contest contest) =>
        Submission is not null ? AttemptState.Submitted
        : IsOpenAt(now, contest) ? AttemptState.Open
        : AttemptState.Lapsed;

    public bool IsOpenAt(DateTimeOffset now, Contest contest) => Submission is null && !Lapsed && Attempt.RanksAt(now, contest);
}
