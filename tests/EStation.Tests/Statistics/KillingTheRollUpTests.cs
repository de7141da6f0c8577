using EStation.Generator;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Statistics;

/// <summary>
/// Two host processes fold and publish at the same time, one of them over a bad line; one is killed in the middle and comes back. Meanwhile
/// more happens, and somebody reads.
/// </summary>
public class KillingTheRollUpTests(TestStorage storage, ITestOutputHelper output)
{
    /// <summary>One request to storage in so many is dropped, one loses its answer, one comes late.</summary>
    private const int Mishaps = 100;

    /// <summary>A year each: Azurite searches all it holds.</summary>
    private const int SeedsPerStorage = 50;
    private const int OnTheBadLine = 1;

    /// <summary>Some roll-ups long.</summary>
    private const int RequestsToKillAt = 60;
    private const int FirstYear = 1971;

    [Fact]
    public async Task Wherever_a_host_is_killed_the_figures_become_those_of_a_recount_and_never_go_back()
    {
        var seeds = Deep.Of(2, 500);
        for (var first = 0; first < seeds; first += SeedsPerStorage)
            await RunAsync(first, Math.Min(SeedsPerStorage, seeds - first));
    }

    private async Task RunAsync(int first, int seeds)
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var line = await StorageProxy.StartAsync(host.ConnectionString);
        var data = Directory.CreateTempSubdirectory("hosts-").FullName;
        var rivals = new Rivals(host.ConnectionString, data, line.ConnectionString);
        try
        {
            await rivals.StartAsync();
            for (var at = 0; at < seeds; at++)
                await RunAsync(
                    host,
                    line,
                    rivals,
                    new ProvinceSize(24, Counties: 3, Towns: 4, VillagesOfTown: 2, Year: FirstYear + at, Seed: first + at)
                );
        }
        finally
        {
            await rivals.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }

        output.WriteLine($"{seeds} kills, {line.Broken} requests to storage went wrong");
        Assert.True(line.Broken > 0, "Nothing went wrong: that proves little.");
    }

    private static async Task RunAsync(TestHost host, StorageProxy line, Rivals rivals, ProvinceSize size)
    {
        var facts = new Province(size, host.Get<Divisions>()).Facts();
        var random = new Random(size.Seed);
        await Facts.StoreAsync(host, facts.Take(facts.Count / 2));
        line.BreakOnceIn(Mishaps, size.Seed);
        using var over = new CancellationTokenSource();
        var ended = Task.Delay(Timeout.Infinite, over.Token);
        var comes = line.PassedAsync(random.Next(1, RequestsToKillAt));
        Task[] working =
        [
            WatchAsync(host, size, over.Token),
            .. Enumerable.Range(0, 2).Select(which => rivals.KeepFoldingAsync(which, ended)),
        ];
        await Facts.StoreAsync(host, facts.Skip(facts.Count / 2));
        await Task.WhenAny([comes, .. working]);
        await rivals.KillAndRestartAsync(OnTheBadLine);
        await over.CancelAsync();
        await Task.WhenAll(working);
        line.Plan = _ => OnTheWay.Arrives;
        await rivals.FoldToTheEndAsync();
        await RollingUpUnderFaultsTests.CompareAsync(host, facts, size);
    }

    /// <summary>What only grows must never be seen to shrink: no older figure replaces a newer one.</summary>
    private static async Task WatchAsync(TestHost host, ProvinceSize size, CancellationToken over)
    {
        var seen = new Dictionary<string, int>();
        while (!over.IsCancellationRequested)
        {
            var statistics = await Farmer.JsonOf(
                await host.Http.GetAsync($"api/statistics/22?period=year&from={size.Year}&to={size.Year}", CancellationToken.None)
            );
            foreach (
                var (metric, figures) in statistics["series"]!
                    .AsArray()
                    .SelectMany(item => item!["metrics"]!.AsObject())
                    .Where(metric => metric.Key is not ("trainingAttendances" or "videoLikes"))
            )
            {
                var total = (int)figures!["total"]!;
                Assert.True(
                    total >= seen.GetValueOrDefault(metric),
                    $"seed {size.Seed}: {metric} went back from {seen.GetValueOrDefault(metric)} to {total}"
                );
                seen[metric] = total;
            }

            await Task.Delay(10, CancellationToken.None);
        }
    }
}
