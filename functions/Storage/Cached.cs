namespace EStation.Storage;

/// <summary>
/// Reference data as it was at most a minute ago, or as long as is said. However many ask at once, it is read once; a failure is not
/// remembered.
/// </summary>
public sealed class Cached<T>(Func<Task<T>> read, TimeProvider time, TimeSpan? freshness = null)
{
    private readonly TimeSpan kept = freshness ?? TimeSpan.FromSeconds(60);
    private readonly Lock gate = new();
    private Task<T>? reading;
    private long since;

    public Task<T> GetAsync()
    {
        lock (gate)
        {
            if (reading is null || reading.IsFaulted || reading.IsCanceled || time.GetElapsedTime(since) >= kept)
                (reading, since) = (read(), time.GetTimestamp());
            return reading;
        }
    }

    /// <summary>What was read is known to be old: the next who asks reads again.</summary>
    public void Forget()
    {
        lock (gate)
            reading = null;
    }
}
