using EStation.Regions;

namespace EStation.Ledger;

/// <summary>A village's column in a row of a town's totals.</summary>
internal static class VillageColumn
{
    private const char Prefix = 'V'; // a property's name must not begin with a digit

    public static string Of(RegionCode village) => Prefix + village.Value;

    public static RegionCode? Parse(string column) =>
        column.StartsWith(Prefix) && RegionCode.TryParse(column[1..], null, out var village) ? village : null;
}
