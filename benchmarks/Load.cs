using System.Diagnostics;

namespace EStation.Benchmarks;

/// <summary>So many at once, each doing one thing after the other until all is done; what it took.</summary>
internal sealed record Load(int Done, TimeSpan Elapsed, TimeSpan[] Latencies)
{
    public double PerSecond => Done / Elapsed.TotalSeconds;

    public double P50 => At(0.50);

    public double P95 => At(0.95);

    public double Slowest => Latencies[^1].TotalMilliseconds;

    /// <param name="atOnce">How many work at the same time.</param>
    /// <param name="items">All that is to be done.</param>
    /// <param name="act">Does one.</param>
    public static async Task<Load> RunAsync<T>(int atOnce, IReadOnlyList<T> items, Func<T, Task> act)
    {
        var latencies = new TimeSpan[items.Count];
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < items.Count; i = Interlocked.Increment(ref next))
            {
                var since = watch.Elapsed;
                await act(items[i]);
                latencies[i] = watch.Elapsed - since;
            }
        })));
        var elapsed = watch.Elapsed;
        Array.Sort(latencies);
        return new Load(items.Count, elapsed, latencies);
    }

    private double At(double share) => Latencies[(int)((Latencies.Length - 1) * share)].TotalMilliseconds;
}
