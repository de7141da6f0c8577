using Azure.Data.Tables;
using EStation.Regions;
using EStation.Statistics.Pages;
using EStation.Storage;

namespace EStation.Statistics.Coverage;

/// <summary>
/// Prepared coverage in <c>Statistics</c>: a row <c>coverage|{region}</c>, of a county with its villages by name, of a prefecture or the
/// province as counts.
/// </summary>
public sealed class CoverageTable(StorageAccounts accounts)
{
    /// <summary>What marks a county whose coverage has changed.</summary>
    private const string Column = "Coverage";
    private const string AsOfColumn = "AsOf";

    private TableClient Table => accounts.Table(PageTable.Name);

    public Task<(CoverageOfCounty Coverage, DateTimeOffset AsOf)?> FindCountyAsync(RegionCode county) =>
        FindAsync<CoverageOfCounty>(county);

    public Task<(Coverage Coverage, DateTimeOffset AsOf)?> FindAsync(RegionCode region) => FindAsync<Coverage>(region);

    /// <summary>
    /// Replaces a region's coverage by what it comes to now. Its ETag is read before that is found out: whoever was faster, perhaps with
    /// older sources, makes it be found out again.
    /// </summary>
    public Task ChangeAsync<T>(RegionCode region, Func<Task<T>> prepare, DateTimeOffset asOf) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            var read = (await Table.FindAsync(region.Value, KeyOf(region)))?.ETag;
            var row = new TableEntity(region.Value, KeyOf(region)) { [AsOfColumn] = asOf };
            WideColumn.Set(row, Column, Packed.Write(await prepare()));
            return await Table.TryWriteAsync(row, read);
        });

    private async Task<(T Coverage, DateTimeOffset AsOf)?> FindAsync<T>(RegionCode region) =>
        await Table.FindAsync(region.Value, KeyOf(region)) is { } row
            ? (Packed.Read<T>(WideColumn.Get(row, Column)!), row.GetDateTimeOffset(AsOfColumn)!.Value)
            : null;

    private static string KeyOf(RegionCode region) => $"coverage|{region}";
}
