using EStation.Contests.Boards;
using EStation.Regions;

namespace EStation.Contests.Attempts;

/// <summary>
/// A person's sitting of a paper, with everything that counting it needs as it was when it was started. The ticket carries all of it, so
/// that submitting reads nothing.
/// </summary>
/// <param name="Contest">Its id.</param>
/// <param name="Version">The version of rules and bank.</param>
/// <param name="Person">Who, by id.</param>
/// <param name="Name">The masked name, as boards show it.</param>
/// <param name="County">Whose ledger holds it.</param>
/// <param name="Village">The person's place in this contest: that of the first attempt.</param>
/// <param name="Audience">The person's, at the start.</param>
/// <param name="Language">In which the paper was handed out.</param>
/// <param name="Number">From 1.</param>
/// <param name="StartedAt">To the millisecond.</param>
/// <param name="PreviousBest">The best ranked result before this attempt.</param>
/// <param name="Key">The id of the secret that the paper was drawn with.</param>
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
    /// <summary>For the way through a bad network.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public DateTimeOffset DeadlineIn(Contest contest) => StartedAt + contest.TimeAllowed;

    /// <summary>Whether answers that arrive now still rank.</summary>
    public bool RanksAt(DateTimeOffset now, Contest contest) => now <= DeadlineIn(contest) + Grace;
}
