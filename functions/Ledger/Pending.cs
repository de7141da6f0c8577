using Azure.Data.Tables;

namespace EStation.Ledger;

/// <summary>An entry on its way, and the request that waits for its answer.</summary>
/// <param name="since">When it came, as a timestamp of the time provider.</param>
internal sealed class Pending(Entry entry, long since)
{
    // The continuations are other requests: they must not run inside the writer.
    private readonly TaskCompletionSource<TableEntity?> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Entry Entry => entry;

    public long Since => since;

    /// <summary>Null when the entry is stored; else the row that stood in its way.</summary>
    public Task<TableEntity?> Answer => answer.Task;

    /// <summary>Entries for the same keys that came while this one was under way: they learn from how it ended.</summary>
    public List<Pending> Followers { get; } = [];

    public void Accept() => answer.TrySetResult(null);

    public void Refuse(TableEntity rival) => answer.TrySetResult(rival);

    public void Fail(Exception failure) => answer.TrySetException(failure);
}
