using EStation.Contests.Boards;

namespace EStation.Contests.Attempts;

/// <summary>An attempt and what became of it.</summary>
/// <param name="Submission">What was handed in, or null.</param>
/// <param name="Lapsed">The next attempt was started before this was handed in: it cannot rank any more.</param>
public sealed record Sitting(Attempt Attempt, Submission? Submission = null, bool Lapsed = false)
{
    public Best? Ranked => Submission is { Ranked: true } submission ? submission.Result : null;

    public AttemptState StateAt(DateTimeOffset now, Contest contest) =>
        Submission is not null ? AttemptState.Submitted
        : IsOpenAt(now, contest) ? AttemptState.Open
        : AttemptState.Lapsed;

    public bool IsOpenAt(DateTimeOffset now, Contest contest) => Submission is null && !Lapsed && Attempt.RanksAt(now, contest);
}
