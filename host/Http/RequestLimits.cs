namespace EStation.LocalHost;

/// <summary><c>maxConcurrentRequests</c> and <c>maxOutstandingRequests</c> of host.json; the latter counts waiting and running requests. -1
/// is no limit.</summary>
internal sealed class RequestLimits(int concurrent, int outstanding)
{
    private readonly SemaphoreSlim? turns = concurrent == -1 ? null : new SemaphoreSlim(concurrent);
    private int joined;

    /// <returns>False at the limit. After true, the caller must leave.</returns>
    public bool TryJoin()
    {
        if (Interlocked.Increment(ref joined) <= outstanding || outstanding == -1)
            return true;
        Interlocked.Decrement(ref joined);
        return false;
    }

    public Task TurnAsync() => turns?.WaitAsync() ?? Task.CompletedTask;

    public void Leave()
    {
        turns?.Release();
        Interlocked.Decrement(ref joined);
    }
}
