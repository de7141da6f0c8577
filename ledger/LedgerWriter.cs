using System.Collections.Concurrent;
using Azure.Data.Tables;
using EStation.Ledger.Committing;

namespace EStation.Ledger;

/// <summary>Writes to the ledger. Concurrent writes of this instance to one partition share a transaction.</summary>
public sealed class LedgerWriter(LedgerTable table, TimeProvider time)
{
    private readonly ConcurrentDictionary<Partition, GroupCommit> groups = new();

    /// <returns>The row that conflicts with the entry, or null when the entry is stored.</returns>
    /// <exception cref="LedgerUnavailableException">It is not known whether the entry is stored.</exception>
    public async Task<TableEntity?> WriteAsync(Partition partition, Entry entry) => (await GroupOf(partition).WriteAsync(entry)).Rival;

    /// <summary>Makes a decision at its turn, and stores its proposal.</summary>
    /// <exception cref="LedgerUnavailableException">It is not known whether the proposal is stored.</exception>
    public async Task<Outcome<T>> DecideAsync<T>(Partition partition, Decision<T> decision)
    {
        var answer = await GroupOf(partition).DecideAsync(decision);
        return new Outcome<T>(answer.Rival, answer.Proposal is Proposal<T> made ? made.Result : default);
    }

    private GroupCommit GroupOf(Partition partition) => groups.GetOrAdd(partition, key => new GroupCommit(key, table, time));
}
