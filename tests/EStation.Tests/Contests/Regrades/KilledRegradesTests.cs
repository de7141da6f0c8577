using EStation.Testing;

namespace EStation.Contests.Regrades;

/// <summary>Whatever step dies at whatever request to storage: the regrade finishes, or has not happened, and readers see one version.</summary>
public class KilledRegradesTests(TestStorage storage, ITestOutputHelper output)
{
    private const int Kills = 20;
    private static readonly string[] A = ["a"];
    private static readonly string[] B = ["b"];

    [Fact]
    public async Task Killed_at_twenty_random_points_it_finishes_and_readers_see_one_version_or_the_other()
    {
        var scene = await RegradeScene.StartAsync(storage);
        await using var host = scene.Host;
        await scene.GenerateAsync(Deep.Of(30, 300));
        await host.RollUpAsync();
        var before = await scene.PublishedAsync("22");
        await scene.ApplyAsync(("q1", B), ("q5", B));
        var requests = await CountAsync(scene, () => scene.FinishAsync());
        var after = await scene.PublishedAsync("22");
        Assert.NotEqual(before, after);

        var random = new Random(20);
        for (var (kill, isChanged) = (0, true); kill < Kills; kill++, isChanged = !isChanged)
        {
            var (old, next) = isChanged ? (after, before) : (before, after);
            var right = isChanged ? A : B;
            var at = random.Next(1, requests);
            await scene.ApplyAsync(("q1", right), ("q5", right));
            var died = await DieAsync(scene, at, old, next);
            output.WriteLine($"kill {kill} at request {at} of {requests}: {(died ? "died" : "was through")}");
            await scene.FinishAsync();
            Assert.Equal(next, await scene.PublishedAsync("22"));
            await scene.EqualsAsync((question, options) => options is [var option] && option == (question is "q1" or "q5" ? right[0] : "a"));
        }
    }

    [Fact]
    public async Task Applying_that_loses_its_answer_has_happened_or_not_and_a_repetition_tells()
    {
        var scene = await RegradeScene.StartAsync(storage);
        await using var host = scene.Host;
        foreach (var when in new[] { When.BeforeSending, When.AfterSending })
        {
            var proposed = await scene.ProposeAsync((when == When.BeforeSending ? "q1" : "q2", B));
            var path = $"api/contests/{RegradeScene.Contest}/regrades/{proposed["id"]}";
            host.Meter.Faults = (request, at) =>
                at == when && request.Method.Method != "GET" && request.Uri.Path.Contains("Contests", StringComparison.Ordinal)
                    ? Fault.Disconnect
                    : Fault.None;
            Assert.False((await scene.Second.PostAsync(path + "/apply")).IsSuccessStatusCode);
            host.Meter.Faults = (_, _) => Fault.None;
            var state = (string)(await Farmer.JsonOf(await scene.First.GetAsync(path)))["state"]!;
            Assert.Equal(when == When.BeforeSending ? "proposed" : "applying", state);
            await Farmer.JsonOf(await scene.Second.PostAsync(path + "/apply"));
            await scene.FinishAsync();
            Assert.Equal("applied", (string)(await Farmer.JsonOf(await scene.First.GetAsync(path)))["state"]!);
        }
    }

    /// <summary>Goes on with the regrade until all requests to storage fail from one on, and looks at what readers see.</summary>
    private static async Task<bool> DieAsync(RegradeScene scene, int at, string old, string next)
    {
        var died = false;
        var sent = 0;
        for (var step = 0; step < 3 && !died; step++)
        {
            scene.Host.Time.Advance(Regrading.Settling + TimeSpan.FromSeconds(1));
            scene.Host.Meter.Faults = (_, when) =>
                (when == When.BeforeSending ? Interlocked.Increment(ref sent) : Volatile.Read(ref sent)) >= at ? Fault.Disconnect : Fault.None;
            try
            {
                await scene.Host.Get<Regrading>().ContinueAsync(RegradeScene.Contest);
            }
            catch (Exception)
            {
                died = true; // as every request of a process that was killed
            }

            scene.Host.Meter.Faults = (_, _) => Fault.None;
            var version = await scene.VersionAsync();
            Assert.Equal(version == (await scene.Host.Get<KeyTable>().FindAsync(RegradeScene.Contest)).Keys.Newest.Version ? next : old, await scene.PublishedAsync("22"));
        }

        return died;
    }

    private static async Task<int> CountAsync(RegradeScene scene, Func<Task> run)
    {
        scene.Host.Meter.Reset();
        await run();
        return scene.Host.Meter.All;
    }
}
