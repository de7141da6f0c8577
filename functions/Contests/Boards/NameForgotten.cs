using System.Text.Json.Serialization;
using EStation.Contests.Attempts;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Boards;

/// <summary>Somebody who took part in a contest was erased: the place on the board stays, the name goes.</summary>
/// <param name="Village">Where the attempts were counted.</param>
[NewsKind("forgotten")]
public sealed record NameForgotten(RegionCode Village, Day Day, string Contest, string Person) : CountedNews(Village, Audience.None, Day)
{
    [JsonIgnore]
    protected override IEnumerable<Cell> OwnCells => [ContestCells.Tally(Contest, Village)];
}
