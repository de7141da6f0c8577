using Azure;
using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Inbox;

/// <summary>A telling that waits to be delivered.</summary>
/// <param name="IsShown">It is in the inbox; its message is still to be sent.</param>
public sealed record StoredTelling(string Key, Telling Telling, bool IsShown, string? After, ETag Read);

/// <summary>
/// Tellings in the ledger of the county of their deed, until they are delivered: <c>telling|{id}</c>, and <c>telling|{id}|{person}</c> for each
/// person of a group.
/// </summary>
[PersonalColumn("Ledger", "telling", "Person", Personal.Id, ExportedAs = "inbox", WhenErased = WhenErased.LeadsNowhere)]
[PersonalColumn("Ledger", "telling", "RowKey", Personal.Id, ExportedAs = "inbox", WhenErased = WhenErased.LeadsNowhere)]
[PersonalColumn("Ledger", "telling", "Parameters", Personal.Name, ExportedAs = "inbox", WhenErased = WhenErased.ToldToOthers)]
public sealed class TellingTable(LedgerTable table, StorageAccounts accounts)
{
    private const string Prefix = "telling|";
    private const int MostRows = 99;

    /// <summary>The rows that a deed adds to its entry, with <see cref="TellingStored"/>.</summary>
    public static TableTransactionAction Add(RegionCode county, Telling telling) =>
        new(TableTransactionActionType.Add, RowOf(county, Prefix + telling.Id, telling));

    public async Task<IReadOnlyList<StoredTelling>> ReadAsync(RegionCode county) =>
        await table.ReadRange(county, Prefix).Select(StoredOf).ToListAsync();

    /// <summary>
    /// Replaces a telling to a group by tellings to its people. Each transaction changes the group's row: two instances never write the same
    /// person twice.
    /// </summary>
    public Task ExpandAsync(RegionCode county, StoredTelling group, IReadOnlyList<Addressee> people) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            if (await table.FindAsync(county, group.Key) is not { } row)
                return true;
            var stored = StoredOf(row);
            var rest = people
                .Where(one => string.CompareOrdinal(one.Person, stored.After) > 0)
                .OrderBy(one => one.Person, StringComparer.Ordinal)
                .Take(MostRows)
                .ToList();
            var isLast = rest.Count < MostRows;
            if (!isLast)
                row["After"] = rest[^1].Person;
            List<TableTransactionAction> changes =
            [
                .. rest.Select(one => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    RowOf(county, $"{group.Key}|{one.Person}", group.Telling with { To = one })
                )),
                new(isLast ? TableTransactionActionType.Delete : TableTransactionActionType.UpdateReplace, row, row.ETag),
            ];
            return await TrySubmitAsync(county, changes) && isLast;
        });

    /// <summary>Notes that these are in the inbox: only their messages are still to be sent.</summary>
    public Task NoteShownAsync(RegionCode county, IEnumerable<StoredTelling> shown) =>
        ChangeAsync(county, shown, TableTransactionActionType.UpdateMerge);

    public Task DeleteAsync(RegionCode county, IEnumerable<StoredTelling> delivered) =>
        ChangeAsync(county, delivered, TableTransactionActionType.Delete);

    // Another instance may have deleted some: then each is tried by itself.
    private async Task ChangeAsync(RegionCode county, IEnumerable<StoredTelling> tellings, TableTransactionActionType type)
    {
        foreach (var some in tellings.Chunk(MostRows))
        {
            var changes = some.Select(one => new TableTransactionAction(
                    type,
                    new TableEntity(county.Value, one.Key) { ["Shown"] = true },
                    ETag.All
                ))
                .ToList();
            if (await TrySubmitAsync(county, changes))
                continue;
            foreach (var change in changes)
                await TrySubmitAsync(county, [change]);
        }
    }

    private async Task<bool> TrySubmitAsync(RegionCode county, IEnumerable<TableTransactionAction> changes)
    {
        try
        {
            await accounts.Ledger(county).SubmitTransactionAsync(changes);
            return true;
        }
        catch (TableTransactionFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private static TableEntity RowOf(RegionCode county, string key, Telling telling) =>
        new(county.Value, key)
        {
            ["Kind"] = telling.Kind,
            ["Person"] = telling.To.Person,
            ["Guest"] = telling.To.IsGuest ? true : null,
            ["Group"] = telling.To.Group,
            ["Reference"] = telling.To.Reference,
            ["At"] = telling.At,
            ["Parameters"] = InboxTable.Write(telling.Parameters),
            ["Link"] = telling.Link,
        };

    private static StoredTelling StoredOf(TableEntity row) =>
        new(
            row.RowKey,
            new Telling(
                row.RowKey.Split('|')[1],
                row.GetString("Kind"),
                new Addressee(
                    row.GetString("Person"),
                    row.GetBoolean("Guest") ?? false,
                    row.GetString("Group"),
                    row.GetString("Reference")
                ),
                row.GetDateTimeOffset("At")!.Value,
                InboxTable.Read(row.GetString("Parameters")),
                row.GetString("Link")
            ),
            row.GetBoolean("Shown") ?? false,
            row.GetString("After"),
            row.ETag
        );
}
