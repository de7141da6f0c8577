using Azure.Data.Tables;
using EStation.Ledger;
using EStation.People;
using EStation.Storage;

namespace EStation.Notices;

/// <summary>Up to when a person's reading of notices is counted: <c>inbox-read|{person}</c> in the person's own ledger.</summary>
[PersonalColumn(
    "Ledger",
    "inbox-read",
    "RowKey",
    Personal.Id,
    NotExportedBecause = "the inbox, which is exported, says up to when it was read",
    WhenErased = WhenErased.LeadsNowhere
)]
public sealed class ReadTable(LedgerWriter ledgers, LedgerTable table)
{
    /// <summary>Counts each notice once a person.</summary>
    public Task CountAsync(string person, Place place, IReadOnlyList<PlacedNotice> read, DateTimeOffset upTo) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            var row = await table.FindAsync(place.County, KeyOf(person));
            var before = row?.GetDateTimeOffset("UpTo") ?? DateTimeOffset.MinValue;
            var fresh = read.Where(notice => notice.At > before).Select(notice => notice.Id).ToList();
            if (fresh.Count == 0 || upTo <= before)
                return true;
            var next = new TableEntity(place.County.Value, KeyOf(person)) { ["UpTo"] = upTo };
            return await ledgers.WriteAsync(place.County, Ledger.Entry.Put(next, row?.ETag, new NoticesRead(fresh))) is null;
        });

    private static string KeyOf(string person) => $"inbox-read|{person}";
}
