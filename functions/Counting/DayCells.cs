using EStation.Ledger;
using EStation.Regions;

namespace EStation.Counting;

public static class DayCells
{
    public static readonly DocumentKind<(RegionCode Town, Day Day)> Kind = new("day|", TryParse, key => $"{key.Town}|{key.Day}");

    public static Cell Of(RegionCode village, Day day) =>
        new(RowOf(village.Town, day), VillageColumn.Of(village), RowOf(village.Town, day), DayTally.Read);

    public static string RowOf(RegionCode town, Day day) => Kind.NameOf((town, day));

    public static (RegionCode Town, Day Day) Parse(string row) =>
        Kind.TryParse(row, out var key) ? key : throw new FormatException($"'{row}' is no row of a day.");

    private static bool TryParse(string text, out (RegionCode Town, Day Day) key)
    {
        key = default;
        if (
            text.Split('|') is not [var code, var date]
            || !RegionCode.TryParse(code, null, out var town)
            || !Day.TryParse(date, null, out var day)
        )
            return false;
        key = (town, day);
        return true;
    }
}
