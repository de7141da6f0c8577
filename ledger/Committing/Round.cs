using Azure.Data.Tables;

namespace EStation.Ledger.Committing;

/// <summary>The states of one group. Decisions are made against them in order, again after each conflict.</summary>
internal sealed class Round(Partition partition, LedgerTable table, StateMemory memory)
{
    /// <summary>States read for this group: a refusal against them is final.</summary>
    private readonly Dictionary<string, TableEntity?> fresh = new(StringComparer.Ordinal);

    private readonly Dictionary<string, TableEntity> changed = new(StringComparer.Ordinal);

    public async Task<Entry?> DecideAsync(IReadOnlyList<Pending> members)
    {
        // Each turn reads at least one more state, so there are at most as many turns as states.
        while (true)
        {
            changed.Clear();
            var doubtful = new HashSet<string>(StringComparer.Ordinal);
            foreach (var member in members)
            {
                if (member.Decision is not { State: var key })
                    continue;
                var before = changed.TryGetValue(key, out var working) ? working : await FindAsync(key);
                if (member.Decide(before) is { } after)
                    changed[key] = after;
                else if (!fresh.ContainsKey(key))
                    doubtful.Add(key);
            }

            // A refusal against a remembered state is final only if the batch proves that state by its ETag. Otherwise the state is read.
            doubtful.ExceptWith(changed.Keys);
            if (doubtful.Count == 0)
                return changed.Count == 0 ? null : new Entry([.. changed.Values.Select(ActionOf)]);
            await ReloadAsync(doubtful);
        }
    }

    public void Keep(IReadOnlyList<Azure.ETag> stored)
    {
        foreach (var (state, tag) in changed.Values.Zip(stored))
            memory.Keep(state, tag);
    }

    /// <summary>Reads the states again after an ETag conflict, or after a lost answer.</summary>
    public async Task<IReadOnlyCollection<TableEntity?>> ReloadAsync()
    {
        string[] keys = [.. changed.Keys];
        await ReloadAsync(keys);
        return [.. keys.Select(key => fresh[key])];
    }

    public void Forget()
    {
        foreach (var key in changed.Keys)
            memory.Forget(key);
    }

    private async Task ReloadAsync(IEnumerable<string> keys)
    {
        foreach (var (key, row) in await Task.WhenAll(keys.Select(async key => (key, await table.FindAsync(partition, key)))))
        {
            fresh[key] = row;
            if (row is null)
                memory.Forget(key);
            else
                memory.Keep(row, row.ETag);
        }
    }

    private async ValueTask<TableEntity?> FindAsync(string key)
    {
        if (memory.Find(key) is { } known)
            return known;
        if (!fresh.ContainsKey(key))
            await ReloadAsync([key]);
        return fresh[key];
    }

    private TableTransactionAction ActionOf(TableEntity state) =>
        (memory.Find(state.RowKey) ?? fresh.GetValueOrDefault(state.RowKey)) is { } stored
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, state, stored.ETag)
            : new TableTransactionAction(TableTransactionActionType.Add, state);
}
