using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation;

/// <summary>docs/scale.md reckons with requests to storage that are counted here.</summary>
public sealed class ScaleTests(TestStorage storage)
{
    [Fact]
    public async Task The_cost_model_reckons_with_what_is_counted()
    {
        await using var host = await TestHost.StartAsync(storage, now: new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        await Farmer.SignUpAsync(host); // what is read once a minute is not paid for by one farmer
        host.Meter.Reset();
        var counted = new Dictionary<string, int>();
        void Count(string what)
        {
            counted[what] = host.Meter.All;
            host.Meter.Reset();
        }

        var farmer = await Farmer.SignUpAsync(host);
        Count("signUp");
        var paper = await farmer.StartAsync();
        Count("startFirst");
        await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper)));
        Count("submit");
        await host.RollUpAsync();
        Count("rollUpWithOneCounty");
        await host.RollUpAsync();
        Count("rollUpIdle");
        await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{Farmer.Contest}/leaderboard?region=220102"));
        Count("leaderboard");
        await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{Farmer.Contest}/standing"));
        Count("standing");
        host.Time.Advance(TimeSpan.FromDays(1));
        await farmer.StartAsync();
        Count("startAgainNextDay");

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join(", ", counted));
        var file = Path.Combine(SourceTree.Root, "scripts", "cost.json");
        var reckoned = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!["counted"]!
            .AsObject()
            .ToDictionary(count => count.Key, count => (int)count.Value!);
        Assert.Equal(
            counted.OrderBy(count => count.Key, StringComparer.Ordinal),
            reckoned.OrderBy(count => count.Key, StringComparer.Ordinal)
        );
    }
}
