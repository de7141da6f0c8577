using Azure;
using Azure.Data.Tables;
using EStation.Regions;
using EStation.Statistics.Pages;
using EStation.Storage;

namespace EStation.Statistics.Disclosure;

/// <summary>
/// Whose turn it is to decide what is shown of a year: a row <c>turn|{year}|{province}</c> in <c>Statistics</c> that each decision changes
/// at its end. One that began before another ended has seen older figures, and begins again.
/// </summary>
public sealed class DisclosureTable(StorageAccounts accounts)
{
    private TableClient Turns => accounts.Table(PageTable.Name);

    public async Task<ETag?> ReadTurnAsync(RegionCode province, PeriodKey year) =>
        (await Turns.FindAsync(province.Value, KeyOf(province, year)))?.ETag;

    /// <returns>False when another turn has ended since.</returns>
    public Task<bool> TryEndTurnAsync(RegionCode province, PeriodKey year, ETag? read) =>
        Turns.TryWriteAsync(new TableEntity(province.Value, KeyOf(province, year)) { ["Turn"] = Guid.NewGuid().ToString("N") }, read);

    private static string KeyOf(RegionCode province, PeriodKey year) => $"turn|{year}|{province}";
}
