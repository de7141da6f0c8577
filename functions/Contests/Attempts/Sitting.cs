using EStation.Contests.Boards;

namespace EStation.Contests.Attempts;

/// <param name="Lapsed">The next attempt was started before the submission, so this attempt can no longer rank.</param>
public sealed record Sitting(Attempt Attempt, Submission? Submission = null, bool Lapsed = false)
{
    /// <summary>Those of the person's attempts that do not count now.</summary>
    public Exclusions Exclusions { get; init; } = Exclusions.None;

    /// <summary>The version of the row under the submission's key that a correction has left for it: see <see cref="AttemptTable"/>.</summary>
    public string? Recall { get; init; }

    public bool IsExcluded => Exclusions.Excludes(Attempt.Number);

    /// <summary>Whether it is in totals and on boards.</summary>
    public bool Counts => Submission is { Ranked: true } && !IsExcluded;

    public Best? Ranked => Counts ? Submission!.Result : null;

    /// <summary>The number after a person's attempts and corrections.</summary>
    public static int NextNumber(IReadOnlyList<Sitting> sittings) =>
        sittings is [.., var last] ? Math.Max(last.Attempt.Number, last.Exclusions.Row) + 1 : 1;

    /// <summary>Why a person is not ranked; null for one who is, or who has no attempts.</summary>
    public static UnrankedBecause? WhyUnranked(IReadOnlyList<Sitting> sittings) =>
        sittings is not [.., var last] ? null
        : last.Exclusions.Person is not null ? UnrankedBecause.Disqualified
        : last.Attempt.Unranked;

    public AttemptState StateAt(DateTimeOffset now, Contest contest) =>
        Submission is not null ? AttemptState.Submitted
        : IsOpenAt(now, contest) ? AttemptState.Open
        : AttemptState.Lapsed;

    public bool IsOpenAt(DateTimeOffset now, Contest contest) => Submission is null && !Lapsed && Attempt.RanksAt(now, contest);
}
