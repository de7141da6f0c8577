using System.Diagnostics;

namespace EStation.Benchmarks;

/// <summary>A load of parallel workers, each of which acts sequentially until all is done, and its timings.</summary>
internal sealed record Load(TimeSpan Elapsed, TimeSpan[] Latencies)
{
    public int Done => Latencies.Length;

    public double PerSecond => Done / Elapsed.TotalSeconds;

    public static async Task<Load> RunAsync(int atOnce, int count, Func<int, int, Task> act)
    {
        var latencies = new TimeSpan[count];
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, atOnce)
                .Select(worker =>
                    Task.Run(async () =>
                    {
                        for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
                        {
                            var since = watch.Elapsed;
                            await act(worker, i);
                            latencies[i] = watch.Elapsed - since;
                        }
                    })
                )
        );
        var elapsed = watch.Elapsed;
        Array.Sort(latencies);
        return new Load(elapsed, latencies);
    }

    /// <summary>The latency in milliseconds within which this share of actions finished; 1 gives the slowest.</summary>
    public double Within(double share) => Latencies[(int)((Latencies.Length - 1) * share)].TotalMilliseconds;
}
