using Azure;
using Azure.Data.Tables;
using EStation.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.Accounts.SignIn;

public sealed class NetworkTable(StorageAccounts accounts, IMemoryCache cache, TimeProvider time)
{
    private const string UseColumn = "Use";
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    /// <summary>A refusal may use an answer of this age, so that rejected requests cost no read.</summary>
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();

    private TableClient Table => accounts.Table("SignIn");

    public int? BitsFor(string address, int perMinute, DateTimeOffset now) =>
        RowOf(address, Day.Of(now)).Remembered?.BitsFor(ClientNetwork.Of(address), perMinute, now);

    public Task<NetworkAnswer> TakeAsync(string address, bool trusted, bool proven, int perMinute, DateTimeOffset now) =>
        RowOf(address, Day.Of(now)).DecideAsync(use => use.Take(ClientNetwork.Of(address), trusted, proven, perMinute, now));

    /// <summary>Counts a solved code. A lost update makes the network look a little busier than it is.</summary>
    public void Solve(string address, DateTimeOffset askedAt) =>
        RowOf(address, Day.Of(askedAt)).Defer(use => use.Solve(ClientNetwork.Of(address)));

    public async Task TidyAsync(DateTimeOffset now)
    {
        await foreach (
            var row in Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Until lt {now}"), select: ["PartitionKey", "RowKey"])
        )
            await Table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    private SharedRow<NetworkUse> RowOf(string address, Day day)
    {
        var key = $"place|{day}|{ClientNetwork.NetworkOf(address)}";
        lock (gate)
        {
            return cache.GetOrCreate(
                key,
                entry =>
                {
                    (entry.Size, entry.SlidingExpiration) = (1, Remembered);
                    // Most networks are new to the day, so the first write is tried without a read.
                    return new SharedRow<NetworkUse>(
                        () => ReadAsync(key),
                        (use, read) => WriteAsync(key, day, use, read),
                        time,
                        NetworkUse.None,
                        Trust
                    );
                }
            )!;
        }
    }

    private async Task<(NetworkUse Use, ETag? Read)> ReadAsync(string key) =>
        await Table.FindAsync(key, key) is { } row
            ? (Packed.Read<NetworkUse>(new BinaryData(row.GetBinary(UseColumn))), row.ETag)
            : (NetworkUse.None, null);

    private Task<ETag?> WriteAsync(string key, Day day, NetworkUse use, ETag? read) =>
        Table.WriteAsync(new TableEntity(key, key) { [UseColumn] = Packed.Write(use).ToArray(), ["Until"] = day.End }, read);
}
