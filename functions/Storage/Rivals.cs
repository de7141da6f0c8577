namespace EStation.Storage;

/// <summary>Optimistic concurrency: what was not written because somebody else was faster is loaded and decided again.</summary>
public static class Rivals
{
    private const int MostTries = 40;
    private const int ShortestPauseMs = 4;
    private const int LongestPauseMs = 250;

    /// <param name="tryOnce">False when somebody else was faster.</param>
    /// <exception cref="UnavailableException">Somebody else was faster every time.</exception>
    public static async Task UntilWrittenAsync(Func<Task<bool>> tryOnce)
    {
        for (var tried = 1; !await tryOnce(); tried++)
        {
            if (tried == MostTries)
                throw new UnavailableException($"Others were faster {MostTries} times.");
            // Not by the app's clock: rivals have to come apart in any case.
            await Task.Delay(Random.Shared.Next(Math.Min(LongestPauseMs, ShortestPauseMs << Math.Min(tried, 6))));
        }
    }
}
