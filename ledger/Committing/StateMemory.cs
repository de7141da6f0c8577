using Azure;
using Azure.Data.Tables;

namespace EStation.Ledger.Committing;

/// <summary>The last known states of this instance. A group reads nothing as long as no other instance changes them. A remembered state may
/// be stale; the batch's ETag detects it.</summary>
internal sealed class StateMemory
{
    /// <summary>A state weighs a few hundred bytes, at most 64 KiB.</summary>
    private const int Most = 64;

    private readonly Dictionary<string, TableEntity> states = new(StringComparer.Ordinal);

    public TableEntity? Find(string key) => states.GetValueOrDefault(key);

    public void Keep(TableEntity state, ETag stored)
    {
        if (states.Count >= Most && !states.ContainsKey(state.RowKey))
            states.Clear();
        state.ETag = stored;
        states[state.RowKey] = state;
    }

    public void Forget(string key) => states.Remove(key);
}
