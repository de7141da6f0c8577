namespace EStation.LocalHost;

/// <summary>
/// host.json's <c>maxConcurrentRequests</c> and <c>maxOutstandingRequests</c>, which counts those waiting and those running. -1 is no
/// limit.
/// </summary>
internal sealed class RequestLimits(int concurrent, int outstanding)
{
    private readonly SemaphoreSlim? _turns = concurrent == -1 ? null : new SemaphoreSlim(concurrent);
    private int _outstanding;

    /// <returns>False when there are too many already; whoever joins must also leave.</returns>
    public bool TryJoin()
    {
        if (Interlocked.Increment(ref _outstanding) <= outstanding || outstanding == -1)
            return true;
        Interlocked.Decrement(ref _outstanding);
        return false;
    }

    public Task TurnAsync() => _turns?.WaitAsync() ?? Task.CompletedTask;

    /// <summary>After one's turn.</summary>
    public void Leave()
    {
        _turns?.Release();
        Interlocked.Decrement(ref _outstanding);
    }
}
