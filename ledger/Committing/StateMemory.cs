using Azure;
using Azure.Data.Tables;

namespace EStation.Ledger.Committing;

/// <summary>
/// The states that a partition's writer has decided against lately, as they were stored: a group reads nothing as long as no other instance
/// decides against the same ones. What is remembered may be stale; the ETag in the batch tells.
/// </summary>
internal sealed class StateMemory
{
    /// <summary>A state weighs a few hundred bytes, at the very most 64 KiB.</summary>
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
