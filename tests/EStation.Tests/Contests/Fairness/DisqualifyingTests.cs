using System.Net;
using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation.Contests.Fairness;

/// <summary>Disqualifying and undoing over HTTP: boards, standing, statistics, and the person is told.</summary>
public class DisqualifyingTests(TestStorage storage)
{
    private const string AdministratorPhone = "13900000001";
    private const string Village = "220102001001";

    [Fact]
    public async Task A_disqualified_attempt_leaves_boards_and_statistics_and_undoing_puts_every_document_back()
    {
        await using var host = await StartAsync();
        var contest = await OwnContests.PublishAsync(host);
        var (one, other) = (await Farmer.SignUpAsync(host, name: "王小明"), await Farmer.SignUpAsync(host, name: "李大海"));
        var first = await SitAsync(host, one, contest, option: 0);
        await SitAsync(host, one, contest, option: 1);
        await SitAsync(host, other, contest, option: 2);
        await host.RollUpAsync();
        var before = await StoredDocuments.ReadAsync(host);
        var standing = await StandingAsync(one, contest);

        var administrator = await Farmer.SignInAsync(host, AdministratorPhone);
        var path = $"api/contests/{contest}/disqualifications";
        var made = await administrator.PostAsync(path, new { attempt = first, reason = "代答" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = (string)(await Farmer.JsonOf(made))["id"]!;
        Assert.Equal(HttpStatusCode.OK, (await administrator.PostAsync(path, new { attempt = first, reason = "代答" })).StatusCode);
        await host.RollUpAsync();
        Assert.Equal(2, await EntriesAsync(host, contest));
        Assert.NotEqual(standing.ToJsonString(), (await StandingAsync(one, contest)).ToJsonString());
        Assert.Equal("成绩取消", await LastToldAsync(one));
        Assert.NotEqual(before, await StoredDocuments.ReadAsync(host));
        host.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.NoContent, (await administrator.DeleteAsync($"{path}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await administrator.DeleteAsync($"{path}/{id}")).StatusCode);
        await host.RollUpAsync();
        Assert.Equal(before, await StoredDocuments.ReadAsync(host));
        Assert.Equal(standing.ToJsonString(), (await StandingAsync(one, contest)).ToJsonString());
        Assert.Equal("成绩恢复", await LastToldAsync(one));
        var listed = Assert.Single((await Farmer.JsonOf(await administrator.GetAsync(path)))["items"]!.AsArray())!;
        Assert.Equal((id, "王**"), ((string)listed["id"]!, (string)listed["name"]!));
        Assert.NotNull(listed["undoneAt"]);
    }

    [Fact]
    public async Task Nothing_of_a_disqualified_person_counts_and_all_of_it_when_that_is_undone()
    {
        await using var host = await StartAsync();
        var contest = await OwnContests.PublishAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        await SitAsync(host, farmer, contest, option: 0);
        var open = await farmer.StartAsync(contest);
        await host.RollUpAsync();
        var administrator = await Farmer.SignInAsync(host, AdministratorPhone);
        var path = $"api/contests/{contest}/disqualifications";
        var id = (string)(await Farmer.JsonOf(await administrator.PostAsync(path, new { person = farmer.Id, reason = "冒名" })))["id"]!;

        var submitted = await Farmer.JsonOf(await farmer.SubmitAsync(open, Farmer.Guess(open), contest));
        Assert.NotNull((string?)submitted["receipt"]);
        var later = await farmer.StartAsync(contest);
        Assert.Equal((false, "disqualified"), ((bool)later["ranked"]!, (string)later["unrankedBecause"]!));
        await Farmer.JsonOf(await farmer.SubmitAsync(later, Farmer.Guess(later), contest));
        await host.RollUpAsync();
        Assert.Equal(0, await EntriesAsync(host, contest));
        Assert.Equal("disqualified", (string)(await StandingAsync(farmer, contest))["unrankedBecause"]!);
        Assert.Equal("参赛资格取消", await LastToldAsync(farmer));
        Assert.Equal(
            "attempt.none-left",
            await Farmer.RefusalOf(await farmer.PostAsync($"api/contests/{contest}/attempts"), HttpStatusCode.Conflict)
        );

        (await administrator.DeleteAsync($"{path}/{id}")).EnsureSuccessStatusCode();
        await host.RollUpAsync();
        Assert.Equal(3, await EntriesAsync(host, contest));
        var board = await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{contest}/leaderboard?region={Village}"));
        Assert.Single(board["entries"]!.AsArray());
        Assert.True((bool)(await StandingAsync(farmer, contest))["ranked"]!);
    }

    [Fact]
    public async Task An_attempt_that_is_open_meanwhile_counts_with_the_corrected_best()
    {
        await using var host = await StartAsync();
        var contest = await OwnContests.PublishAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var first = await SitAsync(host, farmer, contest, option: 0);
        var open = await farmer.StartAsync(contest);
        var administrator = await Farmer.SignInAsync(host, AdministratorPhone);
        var path = $"api/contests/{contest}/disqualifications";
        await Farmer.JsonOf(await administrator.PostAsync(path, new { attempt = first, reason = "代答" }));
        var result = await Farmer.JsonOf(await farmer.SubmitAsync(open, Farmer.Guess(open, 1), contest));
        await host.RollUpAsync();

        var statistics = await StatisticsAsync(host, contest);
        Assert.Equal((1, 1), ((int)statistics["entries"]!, (int)statistics["participants"]!));
        var board = await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{contest}/leaderboard?region={Village}"));
        Assert.Equal((int)result["score"]!, (int)Assert.Single(board["entries"]!.AsArray())!["score"]!);
    }

    [Fact]
    public async Task What_is_asked_in_error_is_refused()
    {
        await using var host = await StartAsync();
        var farmer = await Farmer.SignUpAsync(host);
        var paper = await farmer.StartAsync();
        var administrator = await Farmer.SignInAsync(host, AdministratorPhone);
        var path = $"api/contests/{Farmer.Contest}/disqualifications";
        foreach (
            var wrong in new object[]
            {
                new { attempt = (string)paper["attempt"]! },
                new { reason = "无" },
                new
                {
                    reason = "无",
                    attempt = "x",
                    person = "y",
                },
                new { reason = "无", attempt = "x" },
                new { reason = "无", person = "y" },
            }
        )
            Assert.Equal(
                "fields.invalid",
                await Farmer.RefusalOf(await administrator.PostAsync(path, wrong), HttpStatusCode.UnprocessableEntity)
            );
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(await farmer.PostAsync(path, new { person = farmer.Id, reason = "无" }), HttpStatusCode.Forbidden)
        );
        await Farmer.RefusalOf(await administrator.DeleteAsync($"{path}/220102-0123456789abcdef"), HttpStatusCode.NotFound);
    }

    private async Task<TestHost> StartAsync() =>
        await TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Administrators"] = AdministratorPhone });

    /// <returns>The attempt's id.</returns>
    private static async Task<string> SitAsync(TestHost host, Farmer farmer, string contest, int option)
    {
        var paper = await farmer.StartAsync(contest);
        host.Time.Advance(TimeSpan.FromSeconds(30 + option));
        await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper, option), contest));
        return (string)paper["attempt"]!;
    }

    private static async Task<JsonNode> StandingAsync(Farmer farmer, string contest) =>
        await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{contest}/standing"));

    private static async Task<JsonNode> StatisticsAsync(TestHost host, string contest) =>
        await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{contest}/statistics?region=220102"));

    private static async Task<int> EntriesAsync(TestHost host, string contest) => (int)(await StatisticsAsync(host, contest))["entries"]!;

    private static async Task<string> LastToldAsync(Farmer farmer) =>
        (string)(await Farmer.JsonOf(await farmer.GetAsync("api/inbox")))["items"]!.AsArray()[0]!["title"]!;
}
