using Azure.Data.Tables;
using EStation.Regions;

namespace EStation.Counting;

public static class VillageColumn
{
    private const char Prefix = 'V'; // a property's name must not begin with a digit

    public static string Of(RegionCode village) => Prefix + village.Value;

    private static RegionCode? Parse(string column) =>
        column.StartsWith(Prefix) && RegionCode.TryParse(column[1..], null, out var village) ? village : null;

    public static IEnumerable<(RegionCode Village, T Total)> ReadAll<T>(TableEntity? row, Func<BinaryData?, T> read) =>
        (row?.Keys ?? [])
            .Select(column => (Column: column, Village: Parse(column)))
            .Where(cell => cell.Village is not null)
            .Select(cell => (cell.Village!.Value, read(row!.GetBinaryData(cell.Column))));
}
