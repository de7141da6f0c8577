namespace EStation.Ledger.Tables;

/// <summary>Retries a load-decide-write cycle after an ETag conflict: bounded, with jitter.</summary>
public static class OptimisticConcurrency
{
    private const int MostTries = 40;
    private const int ShortestPauseMs = 4;
    private const int LongestPauseMs = 250;

    /// <param name="attempt">Loads, decides and writes; gets its ordinal, from 1. Null or false means an ETag conflict.</param>
    /// <exception cref="LedgerUnavailableException">Every attempt met a conflict.</exception>
    public static async Task<T> RetryAsync<T>(Func<int, Task<T?>> attempt)
        where T : struct
    {
        for (var tried = 1; ; tried++)
        {
            if (await attempt(tried) is { } result)
                return result;
            await PauseAsync(tried);
        }
    }

    public static async Task<T> RetryAsync<T>(Func<int, Task<T?>> attempt)
        where T : class
    {
        for (var tried = 1; ; tried++)
        {
            if (await attempt(tried) is { } result)
                return result;
            await PauseAsync(tried);
        }
    }

    public static async Task RetryAsync(Func<Task<bool>> attempt)
    {
        for (var tried = 1; !await attempt(); tried++)
            await PauseAsync(tried);
    }

    private static Task PauseAsync(int tried)
    {
        if (tried == MostTries)
            throw new LedgerUnavailableException($"A row was changed by others {MostTries} times.");
        // Real time, not the app's clock: rivals must separate also in a test that stops the clock.
        return Task.Delay(Random.Shared.Next(Math.Min(LongestPauseMs, ShortestPauseMs << Math.Min(tried, 6))));
    }
}
