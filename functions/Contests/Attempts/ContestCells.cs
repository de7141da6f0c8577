using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests;

/// <summary>Where a contest's totals are in the ledger: a row a town, in it a column a village.</summary>
public static class ContestCells
{
    private const string Kind = "contest|";

    public static Cell Tally(string contest, RegionCode village) =>
        new(RowOf(contest, village.Town), VillageColumn.Of(village), RowOf(contest, village.Town), ContestTally.Read);

    public static string RowOf(string contest, RegionCode town) => $"{Kind}{contest}|{town}";

    /// <summary>The contest and the town that a document's name speaks of, or null when it is about something else.</summary>
    public static (string Contest, RegionCode Town)? Parse(string document) =>
        document.StartsWith(Kind, StringComparison.Ordinal) && document.Split('|') is [_, var contest, var town]
            ? (contest, RegionCode.Parse(town))
            : null;
}
