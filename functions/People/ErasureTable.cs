using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Azure.Data.Tables;
using EStation.Regions;
using EStation.Storage;

namespace EStation.People;

/// <summary>Erasures in <c>Erasures</c>. When one is complete, only the id stays, so that its tokens are refused.</summary>
[PersonalColumn(
    "Erasures",
    "",
    "RowKey",
    Personal.Id,
    NotExportedBecause = "it is there only once the person is not",
    WhenErased = WhenErased.LeadsNowhere
)]
public sealed class ErasureTable
{
    private const string Partition = "erasure";
    private const string PhoneHashColumn = "PhoneHashes";

    private readonly StorageAccounts accounts;
    private readonly ConcurrentDictionary<string, bool> known = new();
    private readonly Cached<FrozenSet<string>> erased;

    public ErasureTable(StorageAccounts accounts, TimeProvider time)
    {
        this.accounts = accounts;
        erased = new Cached<FrozenSet<string>>(ReadIdsAsync, time);
    }

    private TableClient Table => accounts.Table("Erasures");

    /// <summary>At most one minute old; one read serves all requests of that minute.</summary>
    public async Task<bool> IsErasedAsync(string person) => (await erased.GetAsync()).Contains(person);

    /// <summary>Refreshes the list of erased people: earlier erasures wrote no closing rows for contests or campaigns new here.</summary>
    public void KnowOf(IEnumerable<string> closable)
    {
        var unknown = closable.Where(id => !known.ContainsKey(id)).ToList();
        if (unknown.Count == 0)
            return;
        erased.Forget(); // before they count as known
        foreach (var id in unknown)
            known.TryAdd(id, true);
    }

    public async Task<bool> IsErasedNowAsync(string person) => await Table.FindAsync(Partition, person) is not null;

    public async Task BeginAsync(Erasure erasure)
    {
        await Table.TryWriteAsync(RowOf(erasure), read: null);
        erased.Forget();
    }

    /// <summary>Adds the county of a village that was set after the erasure had begun.</summary>
    public Task AmendAsync(Erasure erasure) => Table.UpsertEntityAsync(RowOf(erasure), TableUpdateMode.Replace);

    public async Task<Erasure?> FindAsync(string person) => await Table.FindAsync(Partition, person) is { } row ? ErasureOf(row) : null;

    public async Task<IReadOnlyList<Erasure>> ListOpenAsync()
    {
        var open = new List<Erasure>();
        await foreach (
            var row in Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and PhoneHashes ge {""}"))
        )
            open.Add(ErasureOf(row)!);
        return open;
    }

    public Task EndAsync(Erasure erasure) =>
        Table.UpsertEntityAsync(new TableEntity(Partition, erasure.Person) { ["At"] = erasure.At }, TableUpdateMode.Replace);

    public async Task TidyAsync(DateTimeOffset now)
    {
        var old = now - Erasure.Remembered;
        await foreach (var row in Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"At lt {old}")))
        {
            if (row.GetString(PhoneHashColumn) is null)
                await Table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }
    }

    private async Task<FrozenSet<string>> ReadIdsAsync()
    {
        var ids = new List<string>();
        await foreach (var row in Table.QueryAsync<TableEntity>(KeyRange.Partition(Partition), select: ["RowKey"]))
            ids.Add(row.RowKey);
        return ids.ToFrozenSet(StringComparer.Ordinal);
    }

    private static TableEntity RowOf(Erasure erasure) =>
        new(Partition, erasure.Person)
        {
            [PhoneHashColumn] = string.Join(',', erasure.PhoneHashes),
            ["County"] = erasure.County?.Value,
            ["Earlier"] = JsonSerializer.Serialize(erasure.Earlier),
            ["At"] = erasure.At,
        };

    private static Erasure? ErasureOf(TableEntity row) =>
        row.GetString(PhoneHashColumn) is not { } hash
            ? null
            : new Erasure(
                row.RowKey,
                hash.Split(','),
                row.GetString("County") is { } county ? RegionCode.Parse(county) : null,
                JsonSerializer.Deserialize<EarlierUse[]>(row.GetString("Earlier"))!,
                row.GetDateTimeOffset("At")!.Value
            );
}
