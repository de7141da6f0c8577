using System.Net;
using System.Text.Json.Nodes;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Contests.Running;

/// <summary>Running contests are mended over HTTP: extended, closed earlier, cancelled; and somebody gets more attempts or time.</summary>
public class RunningContestsTests(TestStorage storage)
{
    private const string AdministratorPhone = "13900000001";

    [Fact]
    public async Task A_contest_is_extended_closed_earlier_and_cancelled_and_its_participants_are_told()
    {
        await using var host = await StartAsync();
        var now = host.Time.Now();
        var contest = await OwnContests.PublishAsync(host, RegionCode.Province, now.AddDays(-1), now.AddDays(2));
        var (farmer, bystander) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        await farmer.StartAsync(contest);
        var administrator = await Farmer.SignInAsync(host, AdministratorPhone);
        var path = $"api/contests/{contest}/changes";

        var extended = new { closesAt = now.AddDays(5), reason = "大雪停电" };
        var changed = await Farmer.JsonOf(await administrator.PostAsync(path, extended));
        Assert.Equal((now.AddDays(5), "大雪停电"), ((DateTimeOffset)changed["closesAt"]!, (string)changed["changes"]![0]!["reason"]!));
        Assert.Single((await Farmer.JsonOf(await administrator.PostAsync(path, extended)))["changes"]!.AsArray());
        await host.RollUpAsync();
        Assert.Contains("大雪停电", (await ToldAsync(farmer))[^1]);
        Assert.Empty(await ToldAsync(bystander));

        host.Time.Advance(TimeSpan.FromSeconds(1));
        await Farmer.JsonOf(await administrator.PostAsync(path, new { closesAt = now.AddDays(1), reason = "提前颁奖" }));
        var cancelled = await Farmer.JsonOf(await administrator.PostAsync(path, new { cancelled = true, reason = "题目泄露" }));
        Assert.Equal(
            ("closed", true, 3),
            ((string)cancelled["state"]!, (bool)cancelled["cancelled"]!, cancelled["changes"]!.AsArray().Count)
        );
        await host.RollUpAsync();
        Assert.Equal(3, (await ToldAsync(farmer)).Count);
        var read = await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{contest}"));
        Assert.Equal(cancelled.ToJsonString(), read.ToJsonString());
        Assert.Equal(
            "contest.not-open",
            await Farmer.RefusalOf(await bystander.PostAsync($"api/contests/{contest}/attempts"), HttpStatusCode.Conflict)
        );
        Assert.Equal("contest.over", await Farmer.RefusalOf(await administrator.PostAsync(path, extended), HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Changes_into_the_past_and_of_what_is_over_are_refused()
    {
        await using var host = await StartAsync();
        var now = host.Time.Now();
        var contest = await OwnContests.PublishAsync(host, RegionCode.Province, now.AddDays(-1), now.AddDays(2));
        var administrator = await Farmer.SignInAsync(host, AdministratorPhone);
        var path = $"api/contests/{contest}/changes";
        foreach (
            var wrong in new object[]
            {
                new { closesAt = now.AddHours(-1), reason = "无" },
                new { closesAt = now.AddDays(200), reason = "无" },
                new { opensAt = now.AddHours(-1), reason = "无" },
                new { opensAt = now.AddDays(3), reason = "无" },
                new { closesAt = now.AddDays(3) },
                new { reason = "无" },
            }
        )
            Assert.Equal(
                "fields.invalid",
                await Farmer.RefusalOf(await administrator.PostAsync(path, wrong), HttpStatusCode.UnprocessableEntity)
            );
        Assert.Equal(
            "contest.opened",
            await Farmer.RefusalOf(
                await administrator.PostAsync(path, new { opensAt = now.AddDays(1), reason = "无" }),
                HttpStatusCode.Conflict
            )
        );
        host.Time.Advance(TimeSpan.FromDays(2) + TimeSpan.FromHours(1));
        Assert.Equal(
            "contest.over",
            await Farmer.RefusalOf(
                await administrator.PostAsync(path, new { closesAt = now.AddDays(9), reason = "无" }),
                HttpStatusCode.Conflict
            )
        );
    }

    [Fact]
    public async Task An_allowance_gives_one_person_another_attempt_and_more_time_today()
    {
        await using var host = await StartAsync();
        var (farmer, other) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        var administrator = await Farmer.SignInAsync(host, AdministratorPhone);
        var paper = await farmer.StartAsync();
        var deadline = (DateTimeOffset)paper["deadline"]!;
        var path = $"api/contests/{Farmer.Contest}/allowances";
        var more = new
        {
            phone = farmer.Phone,
            attempts = 1,
            seconds = 600,
            reason = "掉线",
        };
        Assert.Equal(HttpStatusCode.Created, (await administrator.PostAsync(path, more)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await administrator.PostAsync(path, more)).StatusCode);

        host.Time.SetUtcNow(deadline.AddMinutes(9));
        var resumed = await farmer.StartAsync();
        Assert.Equal(deadline.AddMinutes(10), (DateTimeOffset)resumed["deadline"]!);
        Assert.Equal(paper["questions"]!.ToJsonString(), resumed["questions"]!.ToJsonString());
        Assert.True((bool)(await Farmer.JsonOf(await farmer.SubmitAsync(resumed, Farmer.Guess(resumed))))["ranked"]!);
        var second = await farmer.StartAsync();
        await Farmer.JsonOf(await farmer.SubmitAsync(second, Farmer.Guess(second)));
        Assert.Equal("attempt.none-left", await RefusedStartAsync(farmer));

        await other.StartAsync();
        host.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal("attempt.none-left", await RefusedStartAsync(other));
        foreach (
            var wrong in new object[]
            {
                new { phone = farmer.Phone, reason = "无" },
                new
                {
                    phone = farmer.Phone,
                    attempts = 0,
                    reason = "无",
                },
                new
                {
                    phone = Farmer.NewPhone(),
                    attempts = 1,
                    reason = "无",
                },
            }
        )
            await Farmer.RefusalOf(await administrator.PostAsync(path, wrong), HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_contest_is_copied_as_a_draft_and_previewed_without_right_answers()
    {
        await using var host = await StartAsync();
        var administrator = await Farmer.SignInAsync(host, AdministratorPhone);
        var made = await administrator.PostAsync($"api/contests/{Farmer.Contest}/copies");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var copy = await Farmer.JsonOf(made);
        var rules = await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{Farmer.Contest}"));
        Assert.Equal("draft", (string)copy["state"]!);
        foreach (var same in new[] { "title", "draw", "questionSeconds", "passMark", "closesAt" })
            Assert.Equal(rules[same]!.ToJsonString(), copy[same]!.ToJsonString());
        Assert.Equal(
            (string)copy["id"]!,
            (string)(await Farmer.JsonOf(await administrator.PostAsync($"api/contests/{Farmer.Contest}/copies")))["id"]!
        );
        foreach (var id in new[] { Farmer.Contest, (string)copy["id"]! })
        {
            var text = (await Farmer.JsonOf(await administrator.GetAsync($"api/contests/{id}/preview"))).ToJsonString();
            Assert.DoesNotContain("\"right\"", text);
            Assert.DoesNotContain("explanation", text);
            Assert.Equal(8, JsonNode.Parse(text)!["questions"]!.AsArray().Count);
        }
    }

    private async Task<TestHost> StartAsync() =>
        await TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Administrators"] = AdministratorPhone });

    private static async Task<string> RefusedStartAsync(Farmer farmer) =>
        await Farmer.RefusalOf(await farmer.PostAsync($"api/contests/{Farmer.Contest}/attempts"), HttpStatusCode.Conflict);

    /// <summary>Texts, oldest first.</summary>
    private static async Task<IReadOnlyList<string>> ToldAsync(Farmer farmer) =>
        [.. (await Farmer.JsonOf(await farmer.GetAsync("api/inbox")))["items"]!.AsArray().Select(item => (string)item!["text"]!).Reverse()];
}
