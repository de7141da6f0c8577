using System.Text.Json.Nodes;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Contests.Attempts;

/// <summary>Starting again shows the same paper and the same deadline, wherever and whenever; other people have other papers.</summary>
public class StartingAgainTests(TestStorage storage)
{
    private static readonly DateTimeOffset SomeDay = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    /// <summary>On the day a contest opens a first attempt is guessed to be one, and nothing is read.</summary>
    private static readonly DateTimeOffset Today = SomeDay.AddHours(-1);

    [Fact]
    public async Task On_another_host_and_after_a_restart_it_is_the_same_paper_and_deadline()
    {
        await using var host = await TestHost.StartAsync(storage, now: SomeDay);
        var farmer = await Farmer.SignUpAsync(host);
        var first = await farmer.StartAsync();
        host.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(first.ToJsonString(), (await farmer.StartAsync()).ToJsonString());

        await using var other = await TestHost.StartAsync(storage, connectionString: host.ConnectionString, now: host.Time.GetUtcNow());
        Assert.Equal(first.ToJsonString(), (await farmer.On(other).StartAsync()).ToJsonString());
    }

    [Fact]
    public async Task Attempts_that_start_at_one_instant_are_all_in_the_list()
    {
        await using var host = await TestHost.StartAsync(storage);
        var contest = await OwnContests.PublishAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var paper = await farmer.StartAsync(contest);
            await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper), contest));
        }

        var (seen, cursor) = (new List<string>(), "");
        do
        {
            var page = await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{contest}/attempts?limit=1{cursor}"));
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["attempt"]!));
            cursor = page["next"] is { } next ? $"&cursor={next}" : "";
        } while (cursor.Length > 0);
        Assert.Equal(3, seen.Distinct().Count());
    }

    [Fact]
    public async Task Who_moves_out_of_the_region_finds_the_open_attempt_on_a_host_that_knows_nothing_of_it()
    {
        await using var host = await TestHost.StartAsync(storage, now: SomeDay);
        var contest = await OwnContests.PublishAsync(host, RegionCode.Parse("220102"), Today, SomeDay.AddHours(5));
        var farmer = await Farmer.SignUpAsync(host, village: "220102001001");
        var first = await farmer.StartAsync(contest);
        await Farmer.JsonOf(await farmer.PutAsync("api/me", new { name = "王小明", village = "222401001001" }));

        await using var other = await TestHost.StartAsync(storage, connectionString: host.ConnectionString, now: host.Time.GetUtcNow());
        Assert.Equal(first.ToJsonString(), (await farmer.On(other).StartAsync(contest)).ToJsonString());
    }

    [Fact]
    public async Task An_attempt_begun_before_closing_is_handed_out_again_after_it_on_a_host_that_knows_nothing_of_it()
    {
        await using var host = await TestHost.StartAsync(storage, now: SomeDay);
        var contest = await OwnContests.PublishAsync(host, RegionCode.Province, Today, SomeDay.AddMinutes(5));
        var farmer = await Farmer.SignUpAsync(host);
        var first = await farmer.StartAsync(contest);

        await using var other = await TestHost.StartAsync(storage, connectionString: host.ConnectionString, now: SomeDay.AddMinutes(6));
        Assert.Equal(first.ToJsonString(), (await farmer.On(other).StartAsync(contest)).ToJsonString());
    }

    [Fact]
    public async Task Papers_and_the_order_of_options_differ_between_people()
    {
        await using var host = await TestHost.StartAsync(storage);
        var crowd = await Crowd.GatherAsync(host.ConnectionString, 200, [RegionCode.Parse("220102001001")]);
        var papers = new JsonNode[crowd.Count];
        await Parallel.ForEachAsync(
            crowd.Index(),
            async (person, _) => papers[person.Index] = await Farmer.Of(host, person.Item).StartAsync()
        );

        var questions = papers
            .Select(paper => paper["questions"]!.AsArray().Select(question => (string)question!["id"]!).ToList())
            .ToList();
        Assert.True(questions.Select(ids => string.Join(' ', ids)).Distinct().Count() >= 199, "Papers repeat.");
        Assert.All(questions, ids => Assert.Equal(ids.Count, ids.Distinct().Count()));

        var orders = papers
            .SelectMany(paper => paper["questions"]!.AsArray())
            .Where(question => question!["options"]!.AsArray().Count >= 4)
            .GroupBy(
                question => (string)question!["id"]!,
                question => string.Join('|', question!["options"]!.AsArray().Select(option => (string)option!["text"]!))
            )
            .Where(question => question.Count() >= 8)
            .ToList();
        Assert.NotEmpty(orders);
        Assert.All(orders, question => Assert.True(question.Distinct().Count() >= 2, question.Key)); // by chance alone once in 24 to the seventh
    }
}
