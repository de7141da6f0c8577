using System.Text.Json.Serialization;
using EStation.Contests.Attempts;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Boards;

/// <summary>A participant was erased: the place on the board stays without the name.</summary>
[NewsKind("forgotten")]
public sealed record NameForgotten(RegionCode Village, Day Day, string Contest, string Person, int Key = 0)
    : CountedNews(Village, Audience.None, Day)
{
    public static NameForgotten Of(Attempt attempt, int key) =>
        new(attempt.Village, Day.Of(attempt.StartedAt), attempt.Contest, attempt.Person, key);

    [JsonIgnore]
    protected override IEnumerable<Cell> OwnCells => [ContestCells.Tally(ContestKeys.NameOf(Contest, Key), Village)];
}
