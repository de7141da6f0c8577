using System.Collections.Frozen;
using System.Text.Json;
using Azure.Data.Tables;
using EStation.People;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Privacy;

/// <summary>
/// Erasures in <c>Erasures</c>: under way, then only the id, so that its tokens are refused; and what still counts against limits, by a
/// hash of the phone.
/// </summary>
internal sealed class ErasureTable
{
    private const string Partition = "erasure";
    private const string ByDayColumn = "ByDay";
    private const string PhoneHashColumn = "PhoneHashes";

    private readonly StorageAccounts accounts;
    private readonly Cached<FrozenSet<string>> erased;

    public ErasureTable(StorageAccounts accounts, TimeProvider time)
    {
        this.accounts = accounts;
        erased = new Cached<FrozenSet<string>>(ReadIdsAsync, time);
    }

    private TableClient Table => accounts.Table("Erasures");

    /// <summary>Whether a person was erased, as of at most a minute ago: read once for all requests of that minute.</summary>
    public async Task<bool> IsErasedAsync(string person) => (await erased.GetAsync()).Contains(person);

    public async Task<bool> IsErasedNowAsync(string person) => await Table.FindAsync(Partition, person) is not null;

    public async Task BeginAsync(Erasure erasure)
    {
        await Table.TryWriteAsync(RowOf(erasure), read: null);
        erased.Forget();
    }

    /// <summary>The erasure of a person as long as it is under way.</summary>
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

    /// <summary>It is done: all that stays is the id.</summary>
    public Task EndAsync(Erasure erasure) =>
        Table.UpsertEntityAsync(new TableEntity(Partition, erasure.Person) { ["At"] = erasure.At }, TableUpdateMode.Replace);

    public async Task<IReadOnlyList<EarlierUse>> ReadEarlierAsync(IEnumerable<string> phoneHashes)
    {
        var earlier = new List<EarlierUse>();
        foreach (var hash in phoneHashes)
        {
            await foreach (var row in Table.QueryAsync<TableEntity>(KeyRange.Partition(PartitionOf(hash))))
                earlier.Add(EarlierOf(row));
        }

        return earlier;
    }

    /// <summary>
    /// Keeps on which days, each as often as it is named, a limit was used; with what had been used before an earlier erasure.
    /// </summary>
    public async Task KeepAsync(Erasure erasure, string limit, IEnumerable<Day> used, DateTimeOffset until)
    {
        var before = erasure.Earlier.Where(earlier => earlier.Limit == limit).SelectMany(earlier => earlier.ByDay);
        var byDay = used.Select(day => KeyValuePair.Create(day, 1))
            .Concat(before)
            .GroupBy(day => day.Key, day => day.Value)
            .ToDictionary(day => day.Key, day => day.Sum());
        if (byDay.Count > 0)
            await AddEarlierAsync(PartitionOf(erasure.PhoneHashes[0]), new EarlierUse(limit, byDay, until));
    }

    private async Task AddEarlierAsync(string partition, EarlierUse earlier)
    {
        while (true)
        {
            var row = await Table.FindAsync(partition, earlier.Limit);
            var all = row is null ? earlier : earlier.Or(EarlierOf(row));
            var next = new TableEntity(partition, earlier.Limit)
            {
                [ByDayColumn] = JsonSerializer.Serialize(all.ByDay),
                ["Until"] = all.Until,
            };
            if (await Table.TryWriteAsync(next, row?.ETag))
                return;
        }
    }

    /// <summary>Takes away what is of no use any more: limits that are over, and ids whose last token is dead.</summary>
    public async Task TidyAsync(DateTimeOffset now)
    {
        var old = now - Erasure.Remembered;
        await foreach (var row in Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Until lt {now} or At lt {old}")))
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

    private static string PartitionOf(string phoneHash) => "limits|" + phoneHash;

    private static EarlierUse EarlierOf(TableEntity row) =>
        new(
            row.RowKey,
            JsonSerializer.Deserialize<Dictionary<Day, int>>(row.GetString(ByDayColumn))!,
            row.GetDateTimeOffset("Until")!.Value
        );

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
