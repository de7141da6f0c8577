using Azure;
using Azure.Data.Tables;
using EStation.Regions;
using EStation.Statistics.Pages;
using EStation.Storage;

namespace EStation.Statistics.Disclosure;

/// <summary>Serialises decisions about a year: each changes the row <c>turn|{year}|{province}</c> in <c>Statistics</c> at its end. A
/// decision that overlapped another has read older figures and starts again.</summary>
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
