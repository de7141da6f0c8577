using Azure.Data.Tables;
using EStation.Identity;
using EStation.Storage;

namespace EStation.People;

/// <summary>
/// Networks from which a phone was signed in with, in <c>SignIn</c>: strangers elsewhere cannot use up what is kept for them. Phone and
/// network are keyed hashes.
/// </summary>
internal sealed class KnownNetworks(StorageAccounts accounts, PhoneVault phones, Secrets secrets)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    private TableClient Table => accounts.Table("SignIn");

    public async Task<bool> IsKnownAsync(Phone phone, string address, DateTimeOffset now) =>
        await Table.FindAsync(PartitionOf(phones.HashesOf(phone)[0]), KeyOf(address)) is { } row && row.GetDateTimeOffset("Until") > now;

    public Task RememberAsync(Phone phone, string address, DateTimeOffset now) =>
        Table.UpsertEntityAsync(
            new TableEntity(PartitionOf(phones.HashesOf(phone)[0]), KeyOf(address)) { ["Until"] = now + Kept },
            TableUpdateMode.Replace
        );

    /// <summary>Until when each network is remembered.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> ReadAsync(Phone phone) =>
        await Table
            .QueryAsync<TableEntity>(KeyRange.Partition(PartitionOf(phones.HashesOf(phone)[0])))
            .Select(row => row.GetDateTimeOffset("Until")!.Value)
            .ToListAsync();

    public async Task ForgetAsync(IEnumerable<string> phoneHashes)
    {
        foreach (var hash in phoneHashes)
        {
            await foreach (var row in Table.QueryAsync<TableEntity>(KeyRange.Partition(PartitionOf(hash))))
                await Table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }
    }

    /// <summary>Takes away what is over: counters, challenges, networks.</summary>
    public async Task TidyAsync(DateTimeOffset now)
    {
        await foreach (
            var row in Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Until lt {now}"), select: ["PartitionKey", "RowKey"])
        )
            await Table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
    }

    private static string PartitionOf(string phoneHash) => "known|" + phoneHash;

    private string KeyOf(string address) =>
        Convert.ToHexStringLower(secrets.PhoneLookup.Current.Hash($"network|{Network.GroupOf(address)}").AsSpan(0, 12));
}
