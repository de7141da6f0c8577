using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using EStation.Http;
using EStation.Storage;

namespace EStation.Inbox;

/// <summary>Up to when a person has read, and when the last message was sent.</summary>
public sealed record InboxState(DateTimeOffset? ReadUpTo, DateTimeOffset? MessagedAt, string? Claim);

/// <summary>
/// Inboxes in <c>Inbox</c>: a partition a person, with a row for each telling (<c>item|{time, newest first}|{id}</c>) and one for what was read
/// and sent (<c>state|{person}</c>).
/// </summary>
[PersonalColumn("Inbox", "item", "PartitionKey", Personal.Id, ExportedAs = "inbox")]
[PersonalColumn("Inbox", "item", "Parameters", Personal.Name, ExportedAs = "inbox", WhenErased = WhenErased.ToldToOthers)]
[PersonalColumn("Inbox", "state", "PartitionKey", Personal.Id, ExportedAs = "inbox")]
[PersonalColumn("Inbox", "state", "RowKey", Personal.Id, ExportedAs = "inbox")]
public sealed class InboxTable(StorageAccounts accounts)
{
    private const string ItemPrefix = "item|";
    private const int MostRows = 99;
    private const int MostInPage = 1_000;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private TableClient Table => accounts.Table("Inbox");

    /// <summary>A key that sorts the newest first; unique in an inbox.</summary>
    public static string KeyOf(DateTimeOffset at, string id) => $"{Paging.Falling(at)}|{id}";

    /// <summary>Shows tellings. Again: the same rows.</summary>
    public async Task ShowAsync(string person, IEnumerable<Telling> tellings)
    {
        foreach (var some in tellings.Chunk(MostRows))
            await Table.SubmitTransactionAsync(some.Select(telling => Upsert(person, telling)));
    }

    /// <summary>Shows tellings and claims the right to send a message about them.</summary>
    /// <param name="claim">Names the claim, so that a lost answer is recognised.</param>
    /// <param name="window">For so long after a message no other is sent.</param>
    /// <returns>False when a message was sent, or claimed, within the window.</returns>
    public async Task<bool> ClaimAsync(
        string person,
        IReadOnlyCollection<Telling> tellings,
        string claim,
        DateTimeOffset now,
        TimeSpan window
    )
    {
        await ShowAsync(person, tellings.Skip(MostRows));
        var some = tellings.Take(MostRows).Select(telling => Upsert(person, telling)).ToList();
        return await OptimisticConcurrency.RetryAsync<bool>(async _ =>
        {
            var (state, read) = await ReadStateAsync(person);
            if (state.Claim == claim)
                return true;
            if (state.MessagedAt is { } last && now < last + window)
            {
                await ShowAsync(person, tellings.Take(MostRows));
                return false;
            }

            var row = RowOf(person, state with { MessagedAt = now, Claim = claim });
            return await TrySubmitAsync([.. some, Put(row, read)]) ? true : null;
        });
    }

    /// <summary>The message was not sent: the next try does not wait.</summary>
    public async Task ReleaseAsync(string person, string claim)
    {
        var (state, read) = await ReadStateAsync(person);
        if (state.Claim == claim)
            await Table.TryWriteAsync(RowOf(person, state with { MessagedAt = null, Claim = null }), read);
    }

    /// <summary>The newest tellings after a key.</summary>
    public async Task<IReadOnlyList<Telling>> ReadAsync(string person, string? after, int count)
    {
        var from = after is null ? ItemPrefix : ItemPrefix + after + '\0';
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {person} and RowKey ge {from} and RowKey lt {KeyRange.EndOf(ItemPrefix)}"
        );
        return await Table.QueryAsync<TableEntity>(filter, Math.Min(count, MostInPage)).Take(count).Select(TellingOf).ToListAsync();
    }

    public async Task<InboxState> FindStateAsync(string person) => (await ReadStateAsync(person)).State;

    /// <summary>Everything up to an instant is read.</summary>
    /// <returns>Up to when it was read before.</returns>
    public Task<DateTimeOffset> MarkReadAsync(string person, DateTimeOffset upTo) =>
        OptimisticConcurrency.RetryAsync<DateTimeOffset>(async _ =>
        {
            var (state, read) = await ReadStateAsync(person);
            var before = state.ReadUpTo ?? DateTimeOffset.MinValue;
            return upTo <= before || await Table.TryWriteAsync(RowOf(person, state with { ReadUpTo = upTo }), read) ? before : null;
        });

    public async Task ForgetAsync(string person)
    {
        await foreach (var row in Table.QueryAsync<TableEntity>(KeyRange.Partition(person), select: ["PartitionKey", "RowKey"]))
            await Table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    /// <summary>Deletes tellings from before an instant, in all inboxes.</summary>
    /// <returns>How many.</returns>
    public async Task<int> TidyAsync(DateTimeOffset before)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey ge {ItemPrefix} and RowKey lt {KeyRange.EndOf(ItemPrefix)} and At lt {before}");
        var deleted = 0;
        await foreach (var row in Table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"]))
        {
            await Table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
            deleted++;
        }

        return deleted;
    }

    internal static string Write(IReadOnlyDictionary<string, Text> parameters) => JsonSerializer.Serialize(parameters, Json);

    internal static IReadOnlyDictionary<string, Text> Read(string parameters) =>
        JsonSerializer.Deserialize<Dictionary<string, Text>>(parameters, Json)!;

    private async Task<(InboxState State, ETag? Read)> ReadStateAsync(string person) =>
        await Table.FindAsync(person, StateKeyOf(person)) is { } row
            ? (new InboxState(row.GetDateTimeOffset("ReadUpTo"), row.GetDateTimeOffset("MessagedAt"), row.GetString("Claim")), row.ETag)
            : (new InboxState(null, null, null), null);

    private async Task<bool> TrySubmitAsync(IEnumerable<TableTransactionAction> changes)
    {
        try
        {
            await Table.SubmitTransactionAsync(changes);
            return true;
        }
        catch (TableTransactionFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private static TableTransactionAction Put(TableEntity row, ETag? read) =>
        read is { } etag ? new(TableTransactionActionType.UpdateReplace, row, etag) : new(TableTransactionActionType.Add, row);

    private static TableTransactionAction Upsert(string person, Telling telling) =>
        new(
            TableTransactionActionType.UpsertReplace,
            new TableEntity(person, ItemPrefix + KeyOf(telling.At, telling.Id))
            {
                ["Kind"] = telling.Kind,
                ["At"] = telling.At,
                ["Parameters"] = Write(telling.Parameters),
                ["Link"] = telling.Link,
            }
        );

    // With the person in it: Azurite searches all partitions for a row key that many of them have.
    private static string StateKeyOf(string person) => "state|" + person;

    private static TableEntity RowOf(string person, InboxState state) =>
        new(person, StateKeyOf(person))
        {
            ["ReadUpTo"] = state.ReadUpTo,
            ["MessagedAt"] = state.MessagedAt,
            ["Claim"] = state.Claim,
        };

    private static Telling TellingOf(TableEntity row) =>
        new(
            row.RowKey.Split('|', 3)[2],
            row.GetString("Kind"),
            new Addressee(row.PartitionKey),
            row.GetDateTimeOffset("At")!.Value,
            Read(row.GetString("Parameters")),
            row.GetString("Link")
        );
}
