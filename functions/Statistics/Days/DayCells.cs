using EStation.Ledger;
using EStation.Regions;

namespace EStation.Statistics;

/// <summary>Where the statistics' totals are in the ledger: a row a town and day, in it a column a village.</summary>
public static class DayCells
{
    public const string Kind = "day|";

    public static Cell Of(RegionCode village, Day day) =>
        new(RowOf(village.Town, day), VillageColumn.Of(village), RowOf(village.Town, day), DayTally.Read);

    public static string RowOf(RegionCode town, Day day) => $"{Kind}{town}|{day}";

    /// <summary>The town and the day that a row's or document's name speaks of, or null when it is about something else.</summary>
    public static (RegionCode Town, Day Day)? Parse(string document) =>
        document.StartsWith(Kind, StringComparison.Ordinal) && document.Split('|') is [_, var town, var day]
            ? (RegionCode.Parse(town), Day.Parse(day, null))
            : null;
}
