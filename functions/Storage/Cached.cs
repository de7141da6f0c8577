namespace EStation.Storage;

/// <summary>Reference data, cached for a minute by default. Concurrent callers share one read; a failure is not cached.</summary>
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

    public void Forget()
    {
        lock (gate)
            reading = null;
    }
}
