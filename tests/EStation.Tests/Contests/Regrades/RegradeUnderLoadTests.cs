using System.Diagnostics;
using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation.Contests.Regrades;

/// <summary>
/// Many attempts are regraded while people submit at two hosts, one of which learns the key late, and while everything is read: afterwards
/// all totals equal a recount under the new key.
/// </summary>
public class RegradeUnderLoadTests(TestStorage storage, ITestOutputHelper output)
{
    private static readonly string[] B = ["b"];

    [Fact]
    public async Task Totals_boards_and_standings_equal_a_recount_while_people_submit_at_two_hosts()
    {
        var scene = await RegradeScene.StartAsync(storage);
        await using var host = scene.Host;
        await using var late = await TestHost.StartAsync(
            storage,
            RegradeScene.Settings,
            connectionString: host.ConnectionString,
            now: host.Time.GetUtcNow()
        );
        var crowd = (await Crowd.GatherAsync(host.ConnectionString, Deep.Of(40, 200), RegradeScene.Villages))
            .Select((person, at) => Farmer.Of(at % 2 == 0 ? host : late, person))
            .ToList();
        var generated = await scene.GenerateAsync(Deep.Of(150, 15_000));
        // Each has one attempt before, so that tickets know a previous best under the old key.
        await EnterAsync(crowd);
        await host.RollUpAsync();
        await scene.EqualsAsync((_, options) => options is ["a"]);

        var watch = Stopwatch.StartNew();
        var open = await StartAsync(crowd.Take(crowd.Count / 2));
        await scene.ApplyAsync(("q1", B), ("q2", null), ("q3", B));
        host.Meter.Reset();
        // The second host's clock stands: it does not know the key, and marks by the old one.
        await SubmitAsync(open);
        using var over = new CancellationTokenSource();
        var reading = KeepReadingAsync(scene, over.Token);
        host.Time.Advance(Regrading.Settling + TimeSpan.FromSeconds(1));
        late.Time.Advance(Regrading.Settling + TimeSpan.FromSeconds(1));
        var submitting = EnterAsync(crowd.Skip(crowd.Count / 2));
        await Task.WhenAll(
            submitting,
            host.Get<Regrading>().ContinueAsync(RegradeScene.Contest),
            late.Get<Regrading>().ContinueAsync(RegradeScene.Contest)
        );
        while ((await host.Get<KeyTable>().FindAsync(RegradeScene.Contest)).Keys.Shown == 1)
            await host.Get<Regrading>().ContinueAsync(RegradeScene.Contest);
        for (var step = 0; step < 2; step++)
        {
            host.Time.Advance(Regrading.Settling + TimeSpan.FromSeconds(1));
            late.Time.Advance(Regrading.Settling + TimeSpan.FromSeconds(1));
            await Task.WhenAll(
                host.Get<Regrading>().ContinueAsync(RegradeScene.Contest),
                late.Get<Regrading>().ContinueAsync(RegradeScene.Contest),
                step == 0 ? EnterAsync(crowd.Take(crowd.Count / 4)) : Task.CompletedTask
            );
        }

        await over.CancelAsync();
        var versions = await reading;
        output.WriteLine(
            $"{generated} attempts and {crowd.Count} people: {watch.Elapsed.TotalSeconds:F0} s, {host.Meter.Writes} writes and {host.Meter.Reads} reads of one host; read {string.Join(", ", versions.CountBy(version => version))}"
        );
        Assert.Equal(versions.Order(), versions);
        Assert.True((await host.Get<KeyTable>().FindAsync(RegradeScene.Contest)).Keys.IsFinished);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await host.RollUpAsync();
        await host.RollUpAsync();
        await scene.EqualsAsync(Changed);
        foreach (var farmer in crowd.Take(10))
            await EqualsStandingAsync(farmer.On(host));
    }

    private static bool Changed(string question, string[] options) =>
        question == "q2" || (question is "q1" or "q3" ? options is ["b"] : options is ["a"]);

    /// <summary>Each answer is of one version: the sum of scores is the sum of right answers of the same totals.</summary>
    private static async Task<List<int>> KeepReadingAsync(RegradeScene scene, CancellationToken over)
    {
        var versions = new List<int>();
        while (!over.IsCancellationRequested)
        {
            var board = await Farmer.JsonOf(await scene.Host.Http.GetAsync($"api/contests/{RegradeScene.Contest}/leaderboard", CancellationToken.None));
            versions.Add((int)board["keyVersion"]!);
        }

        return versions;
    }

    private static async Task EnterAsync(IEnumerable<Farmer> crowd) => await SubmitAsync(await StartAsync(crowd));

    private static async Task<(Farmer Farmer, JsonNode Paper)[]> StartAsync(IEnumerable<Farmer> crowd) =>
        await Task.WhenAll(crowd.Select(async farmer => (farmer, await farmer.StartAsync(RegradeScene.Contest))));

    private static Task SubmitAsync(IEnumerable<(Farmer Farmer, JsonNode Paper)> papers) =>
        Task.WhenAll(
            papers.Select(async (one, at) =>
                await Farmer.JsonOf(await one.Farmer.SubmitAsync(one.Paper, Farmer.Guess(one.Paper, at % 3), RegradeScene.Contest))
            )
        );

    /// <summary>A person's best is that of the own attempts, and the rank that of the board.</summary>
    private static async Task EqualsStandingAsync(Farmer farmer)
    {
        var standing = await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{RegradeScene.Contest}/standing"));
        var attempts = await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{RegradeScene.Contest}/attempts"));
        Assert.All(attempts["items"]!.AsArray(), attempt => Assert.Equal(2, (int)attempt!["keyVersion"]!));
        Assert.Equal(attempts["items"]!.AsArray().Max(attempt => (int)attempt!["score"]!), (int)standing["best"]!["score"]!);
        Assert.Equal(2, (int)standing["keyVersion"]!);
    }
}
