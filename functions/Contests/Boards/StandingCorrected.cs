using System.Text.Json.Serialization;
using EStation.Contests.Attempts;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Boards;

/// <summary>A person's best after a correction.</summary>
/// <param name="Step">The ordinal of the correction: a later one holds, in whatever order they are folded.</param>
/// <param name="From">Null when nothing counted before it.</param>
/// <param name="To">Null when nothing counts any more.</param>
[NewsKind("standing-corrected")]
public sealed record StandingCorrected(
    RegionCode Village,
    Day Day,
    string Contest,
    string Person,
    string Name,
    int Step,
    Best? From,
    Best? To,
    int Key = 0
) : CountedNews(Village, Audience.None, Day)
{
    [JsonIgnore]
    protected override IEnumerable<Cell> OwnCells => [ContestCells.Tally(ContestKeys.NameOf(Contest, Key), Village)];
}
