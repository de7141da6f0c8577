using System.Diagnostics;

namespace EStation.Benchmarks;

/// <summary>So many at once, each doing one thing after the other until all is done; what it took.</summary>
internal sealed record Load(TimeSpan Elapsed, TimeSpan[] Latencies)
{
    public int Done => Latencies.Length;

    public double PerSecond => Done / Elapsed.TotalSeconds;

    /// <param name="atOnce">How many work at the same time.</param>
    /// <param name="count">How many things are to be done.</param>
    /// <param name="act">Does one: by which worker, and which thing.</param>
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

    /// <summary>Milliseconds within which this share was done; 1 gives the slowest.</summary>
    public double Within(double share) => Latencies[(int)((Latencies.Length - 1) * share)].TotalMilliseconds;
}
