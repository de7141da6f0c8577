using Azure.Data.Tables;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Statistics;

/// <summary>
/// Prepared coverage in <c>Statistics</c>: a row <c>coverage|{region}</c>, of a county with its villages by name, of a prefecture or the
/// province as counts.
/// </summary>
internal sealed class CoverageTable(StorageAccounts accounts)
{
    private const string Column = "Coverage";
    private const string AsOfColumn = "AsOf";

    private TableClient Table => accounts.Table(PageTable.Name);

    public Task<(CoverageOfCounty Coverage, DateTimeOffset AsOf)?> FindCountyAsync(RegionCode county) =>
        FindAsync<CoverageOfCounty>(county);

    public Task<(Coverage Coverage, DateTimeOffset AsOf)?> FindAsync(RegionCode region) => FindAsync<Coverage>(region);

    public Task ReplaceAsync<T>(RegionCode region, T coverage, DateTimeOffset asOf)
    {
        var row = new TableEntity(region.Value, KeyOf(region)) { [AsOfColumn] = asOf };
        WideColumn.Set(row, Column, Packed.Write(coverage));
        return Table.UpsertEntityAsync(row, TableUpdateMode.Replace);
    }

    private async Task<(T Coverage, DateTimeOffset AsOf)?> FindAsync<T>(RegionCode region) =>
        await Table.FindAsync(region.Value, KeyOf(region)) is { } row
            ? (Packed.Read<T>(WideColumn.Get(row, Column)!), row.GetDateTimeOffset(AsOfColumn)!.Value)
            : null;

    private static string KeyOf(RegionCode region) => $"coverage|{region}";
}
