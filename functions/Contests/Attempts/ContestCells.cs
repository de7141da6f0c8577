using EStation.Contests.Boards;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Attempts;

/// <summary>A contest's totals in the ledger: a row for each town, with a column for each village.</summary>
public static class ContestCells
{
    public static readonly DocumentKind<(string Contest, RegionCode Town)> Kind = new(
        "contest|",
        ContestRegion.TryParse,
        key => $"{key.Contest}|{key.Town}"
    );

    public static Cell Tally(string contest, RegionCode village) =>
        new(RowOf(contest, village.Town), VillageColumn.Of(village), RowOf(contest, village.Town), ContestTally.Read);

    public static string RowOf(string contest, RegionCode town) => Kind.NameOf((contest, town));
}
