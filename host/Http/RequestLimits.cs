namespace EStation.LocalHost;

/// <summary>
/// host.json's <c>maxConcurrentRequests</c> and <c>maxOutstandingRequests</c>, which counts those waiting and those running. -1 is no
/// limit.
/// </summary>
internal sealed class RequestLimits(int concurrent, int outstanding)
{
    private readonly SemaphoreSlim? turns = concurrent == -1 ? null : new SemaphoreSlim(concurrent);
    private int joined;

    /// <returns>False when there are too many already; whoever joins must also leave.</returns>
    public bool TryJoin()
    {
        if (Interlocked.Increment(ref joined) <= outstanding || outstanding == -1)
            return true;
        Interlocked.Decrement(ref joined);
        return false;
    }

    public Task TurnAsync() => turns?.WaitAsync() ?? Task.CompletedTask;

    /// <summary>After one's turn.</summary>
    public void Leave()
    {
        turns?.Release();
        Interlocked.Decrement(ref joined);
    }
}
