using System.Net;
using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation.Contests.Regrades;

/// <summary>A changed key over HTTP, from the proposal to what everybody is told; and who may not.</summary>
public class RegradingTests(TestStorage storage)
{
    private static readonly string[] B = ["b"];
    private static readonly string[] A = ["a"];

    [Fact]
    public async Task Totals_boards_days_and_reviews_follow_the_new_key_and_come_back_with_the_old_one()
    {
        var scene = await RegradeScene.StartAsync(storage);
        await using var host = scene.Host;
        await scene.GenerateAsync(60);
        await host.RollUpAsync();
        await scene.EqualsAsync((_, options) => options is ["a"]);
        var first = await scene.PublishedAsync("22");

        var proposed = await scene.ProposeAsync(("q1", B), ("q2", null));
        var preview = proposed["preview"]!;
        var (was, becomes) = (await RecountAsync(scene, First), await RecountAsync(scene, Changed));
        Assert.Equal(was.Submissions, (int)preview["attempts"]!);
        Assert.Equal(
            becomes.Passed("22", RegradeScene.PassMark) - was.Passed("22", RegradeScene.PassMark),
            (int)preview["newlyPassed"]! - (int)preview["noLongerPassed"]!
        );
        Assert.True((int)preview["up"]! > 0 && (int)preview["down"]! > 0);
        Assert.Equal(first, await scene.PublishedAsync("22"));

        await Farmer.JsonOf(await scene.Second.PostAsync($"{Path}/{proposed["id"]}/apply"));
        Assert.Equal("applying", (string)(await Farmer.JsonOf(await scene.First.GetAsync($"{Path}/{proposed["id"]}")))["state"]!);
        await scene.FinishAsync();
        Assert.Equal("applied", (string)(await Farmer.JsonOf(await scene.First.GetAsync($"{Path}/{proposed["id"]}")))["state"]!);
        Assert.Equal(2, await scene.VersionAsync());
        await scene.EqualsAsync(Changed);

        await scene.ApplyAsync(("q1", A), ("q2", A));
        await scene.FinishAsync();
        Assert.Equal(3, await scene.VersionAsync());
        await scene.EqualsAsync(First);
        Assert.Equal(first, await scene.PublishedAsync("22"));
    }

    [Fact]
    public async Task A_participant_sees_one_version_at_a_time_and_is_told_of_the_change_once()
    {
        var scene = await RegradeScene.StartAsync(storage);
        await using var host = scene.Host;
        await scene.GenerateAsync(20);
        var farmer = await Farmer.SignUpAsync(host);
        var paper = await farmer.StartAsync(RegradeScene.Contest);
        var result = await Farmer.JsonOf(await farmer.SubmitAsync(paper, Guess(paper), RegradeScene.Contest));
        var question = (string)result["review"]!.AsArray().First(review => (bool)review!["correct"]!)!["id"]!;
        await host.RollUpAsync();

        await scene.ApplyAsync((question, B));
        var standing = await StandingAsync(farmer);
        Assert.Equal((1, (int)result["score"]!), ((int)standing["keyVersion"]!, (int)standing["best"]!["score"]!));
        var again = await Farmer.JsonOf(await farmer.SubmitAsync(paper, Guess(paper), RegradeScene.Contest));
        Assert.Equal((2, (int)result["score"]! - 1), ((int)again["keyVersion"]!, (int)again["score"]!));
        Assert.Equal((string)result["receipt"]!, (string)again["receipt"]!);
        Assert.All(again["review"]!.AsArray(), review => Assert.Equal((string)review!["id"]! != question, review["explanation"] is not null));
        await scene.FinishAsync();

        standing = await StandingAsync(farmer);
        Assert.Equal((2, (int)result["score"]! - 1), ((int)standing["keyVersion"]!, (int)standing["best"]!["score"]!));
        var telling = Assert.Single(await scene.ToldAsync(farmer.Id));
        Assert.Equal("contest-regraded", telling.Kind);
        Assert.Equal($"{(int)result["score"]! - 1}", telling.Parameters["after"].Zh);
        await host.Get<Regrading>().ContinueAsync(RegradeScene.Contest);
        await host.RollUpAsync();
        Assert.Single(await scene.ToldAsync(farmer.Id));
    }

    [Fact]
    public async Task Everybody_whose_rank_alone_has_changed_is_told_and_nobody_else()
    {
        var scene = await RegradeScene.StartAsync(storage);
        await using var host = scene.Host;
        var crowd = new List<(Farmer Farmer, JsonNode Standing)>();
        for (var number = 0; number < 6; number++)
        {
            var farmer = await Farmer.SignUpAsync(host);
            var paper = await farmer.StartAsync(RegradeScene.Contest);
            host.Time.Advance(TimeSpan.FromSeconds(3 + number));
            await Farmer.JsonOf(await farmer.SubmitAsync(paper, Guess(paper, wrong: number), RegradeScene.Contest));
            await host.RollUpAsync();
            crowd.Add((farmer, paper));
        }

        var before = await Task.WhenAll(crowd.Select(one => StandingAsync(one.Farmer)));
        await scene.ApplyAsync(((string)crowd[0].Standing["questions"]![0]!["id"]!, B), ((string)crowd[0].Standing["questions"]![1]!["id"]!, B));
        await scene.FinishAsync();
        var after = await Task.WhenAll(crowd.Select(one => StandingAsync(one.Farmer)));
        var told = 0;
        foreach (var (at, (farmer, _)) in crowd.Index())
        {
            var scores = (before[at]["best"]!["score"]!, after[at]["best"]!["score"]!);
            var ranks = (RankIn(before[at]), RankIn(after[at]));
            var isChanged = (int)scores.Item1 != (int)scores.Item2 || ranks.Item1 != ranks.Item2;
            Assert.Equal(isChanged ? 1 : 0, (await scene.ToldAsync(farmer.Id)).Count);
            told += isChanged ? 1 : 0;
        }

        Assert.InRange(told, 1, crowd.Count);
    }

    [Fact]
    public async Task Only_an_independent_administrator_applies_and_one_regrade_after_another()
    {
        var scene = await RegradeScene.StartAsync(storage);
        await using var host = scene.Host;
        var (own, other) = (await scene.ProposeAsync(("q1", B)), await scene.ProposeAsync(("q3", B)));
        Assert.Equal(own.ToJsonString(), (await scene.ProposeAsync(("q1", B))).ToJsonString());
        Assert.Equal("second.not-independent", await ApplyRefusedAsync(scene.First, own, HttpStatusCode.Forbidden));
        var given = await Farmer.SignUpAsync(host);
        var grant = new { phone = given.Phone, role = "administrator", region = "22" };
        (await scene.First.PostAsync("api/grants", grant)).EnsureSuccessStatusCode();
        host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("second.not-independent", await ApplyRefusedAsync(given, own, HttpStatusCode.Forbidden));
        Assert.Equal("role.missing", await ApplyRefusedAsync(await Farmer.SignUpAsync(host), own, HttpStatusCode.Forbidden));
        Assert.Equal(1, await scene.VersionAsync());

        var applied = await scene.Second.PostAsync($"{Path}/{own["id"]}/apply");
        Assert.Equal(HttpStatusCode.Accepted, applied.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await scene.Second.PostAsync($"{Path}/{own["id"]}/apply")).StatusCode);
        Assert.Equal("regrade.in-progress", await ApplyRefusedAsync(scene.Second, other, HttpStatusCode.Conflict));
        await scene.FinishAsync();
        Assert.Equal("regrade.outdated", await ApplyRefusedAsync(scene.Second, other, HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("""{"changes":[],"reason":"x"}""", "changes")]
    [InlineData("""{"changes":[{"question":"q1","right":["b"]}]}""", "reason")]
    [InlineData("""{"changes":[{"question":"none","right":["b"]}],"reason":"x"}""", "changes[0].question")]
    [InlineData("""{"changes":[{"question":"q1","right":["z"]}],"reason":"x"}""", "changes[0].right")]
    [InlineData("""{"changes":[{"question":"q1","right":["a","b"]}],"reason":"x"}""", "changes[0].right")]
    [InlineData("""{"changes":[{"question":"q1"}],"reason":"x"}""", "changes[0].right")]
    [InlineData("""{"changes":[{"question":"q1","right":["b"],"void":true}],"reason":"x"}""", "changes[0].right")]
    [InlineData("""{"changes":[{"question":"q1","void":true},{"question":"q1","right":["b"]}],"reason":"x"}""", "changes[1].question")]
    [InlineData("""{"changes":[null],"reason":"x"}""", "changes[0].question")]
    public async Task A_wrong_proposal_says_what_is_wrong(string body, string field)
    {
        var scene = await RegradeScene.StartAsync(storage);
        await using var host = scene.Host;
        var answer = await scene.First.PostAsync(Path, JsonNode.Parse(body));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]![field]);
    }

    private static string Path => $"api/contests/{RegradeScene.Contest}/regrades";

    private static bool First(string question, string[] options) => options is ["a"];

    private static bool Changed(string question, string[] options) =>
        question == "q2" || (question == "q1" ? options is ["b"] : options is ["a"]);

    private static Task<Recount> RecountAsync(RegradeScene scene, Func<string, string[], bool> key) =>
        Recount.OfAsync(scene.Host.ConnectionString, RegradeScene.Contest, key);

    private static int RankIn(JsonNode standing) =>
        (int)standing["ranks"]!.AsArray().First(rank => (string)rank!["region"]! == "22")!["rank"]!;

    private static async Task<JsonNode> StandingAsync(Farmer farmer) =>
        await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{RegradeScene.Contest}/standing"));

    private static async Task<string> ApplyRefusedAsync(Farmer administrator, JsonNode regrade, HttpStatusCode status) =>
        await Farmer.RefusalOf(await administrator.PostAsync($"{Path}/{regrade["id"]}/apply"), status);

    /// <summary>Option <c>a</c> of each question, but <c>c</c> of the last ones.</summary>
    private static Dictionary<string, string[]> Guess(JsonNode paper, int wrong = 0) =>
        paper["questions"]!
            .AsArray()
            .Index()
            .ToDictionary(
                question => (string)question.Item!["id"]!,
                question =>
                    new[]
                    {
                        (string)
                            question.Item!["options"]!
                                .AsArray()
                                .First(option => ((string)option!["text"]!)[0] == (question.Index >= 8 - wrong ? 'c' : 'a'))!["id"]!,
                    }
            );
}
