using EStation.Contests.Boards;
using EStation.Regions;

namespace EStation.Contests.Attempts;

/// <summary>An attempt at a contest with all data that counting it needs. The ticket carries it, so submitting reads nothing.</summary>
/// <param name="County">The county whose ledger holds the attempt.</param>
/// <param name="Village">The village of the person's first attempt in this contest.</param>
/// <param name="Number">The ordinal of the attempt, starting at 1.</param>
/// <param name="StartedAt">To the millisecond.</param>
/// <param name="Key">The id of the secret that drew the paper.</param>
public sealed record Attempt(
    string Contest,
    int Version,
    string Person,
    string Name,
    RegionCode County,
    RegionCode Village,
    Audience Audience,
    Language Language,
    int Number,
    DateTimeOffset StartedAt,
    Best? PreviousBest,
    string Key
)
{
    /// <summary>The last correction of the person's attempts that was known at the start: see <see cref="Exclusions"/>.</summary>
    public int Step { get; init; }

    /// <summary>Started by a disqualified person: it counts when the disqualification is undone.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Why it never ranks; null when it does.</summary>
    public UnrankedBecause? Unranked { get; init; }

    /// <summary>Added to the time allowed, for this person.</summary>
    public int ExtraSeconds { get; init; }

    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public bool IsRanked => WhyUnranked is null;

    public UnrankedBecause? WhyUnranked => IsExcluded ? UnrankedBecause.Disqualified : Unranked;

    public DateTimeOffset DeadlineIn(Contest contest) => StartedAt + contest.TimeAllowed + TimeSpan.FromSeconds(ExtraSeconds);

    /// <summary>The question at hand where they are handed out one at a time.</summary>
    public int SecondsAQuestionIn(Contest contest) => contest.QuestionSeconds + (ExtraSeconds / contest.Draw.Count);

    public bool RanksAt(DateTimeOffset now, Contest contest) => now <= DeadlineIn(contest) + contest.Grace;
}
