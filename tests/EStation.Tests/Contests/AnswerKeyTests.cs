using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation.Contests;

/// <summary>
/// The answer key does not leave by way of another contest: who may draw from a bank, which rules read one out, and when right answers are
/// shown.
/// </summary>
public class AnswerKeyTests(TestStorage storage)
{
    private const string Province = "13900000001";
    private const string County = "13900000002";
    private static readonly Dictionary<string, string?> Settings = new() { ["Administrators"] = Province };

    [Fact]
    public async Task Who_may_not_read_a_bank_can_neither_draft_nor_change_nor_publish_a_contest_over_it()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var (province, county) = await AdministratorsAsync(host);
        await ImportAsync(host, county, "own", region: "220102");
        foreach (var bank in new[] { Farmer.Contest, "own" })
        {
            var read = await county.GetAsync($"api/question-banks/{bank}");
            Assert.Equal(bank == "own" ? HttpStatusCode.OK : HttpStatusCode.Forbidden, read.StatusCode);
        }

        var listed = (await Farmer.JsonOf(await county.GetAsync("api/question-banks")))["items"]!.AsArray();
        Assert.Equal(["own"], listed.Select(bank => (string)bank!["id"]!));

        await AssertForbiddenAsync(county.PostAsync("api/contests", Rules(host, Farmer.Contest, "220102")));
        var own = await DraftAsync(county, Rules(host, "own", "220102"));
        await AssertForbiddenAsync(county.PutAsync($"api/contests/{own}", Rules(host, Farmer.Contest, "220102")));

        // Drafted by somebody who may, or before the bank was there.
        var drafted = await DraftAsync(province, Rules(host, Farmer.Contest, "220102"));
        await AssertForbiddenAsync(county.PostAsync($"api/contests/{drafted}/publish"));
        var early = await DraftAsync(county, Rules(host, "later", "220102"));
        await ImportAsync(host, province, "later", prefix: "later");
        await AssertForbiddenAsync(county.PostAsync($"api/contests/{early}/publish"));
        await AssertForbiddenAsync(county.PutAsync($"api/contests/{early}", Rules(host, "later", "220102")));

        await Farmer.JsonOf(await county.PostAsync($"api/contests/{own}/publish"));
        await Farmer.JsonOf(await province.PostAsync($"api/contests/{drafted}/publish"));
        await AssertForbiddenAsync(county.PostAsync($"api/contests/{drafted}/publish")); // also when it only repeats
    }

    [Theory]
    [InlineData("bank", "bank")]
    [InlineData("bank", "copy")]
    public async Task What_another_unclosed_contest_can_draw_is_reviewed_without_its_right_answer_until_that_has_closed(
        string first,
        string second
    )
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var (province, _) = await AdministratorsAsync(host);
        await ImportAsync(host, province, "bank");
        if (second == "copy")
            await ImportAsync(host, province, "copy", prefix: "copied", spaced: true);
        var contest = await PublishAsync(province, Rules(host, first, closes: 1));
        var farmer = await Farmer.SignUpAsync(host);
        var alone = await SitAsync(farmer, contest);
        AssertShown(alone.Result);

        var other = await PublishAsync(province, Rules(host, second, title: "另一场", closes: 3, opens: 2));
        var from = host.Time.GetUtcNow().AddDays(3);
        AssertHidden(await ReadAsync(farmer, contest, alone.Attempt), from); // what was shown before is asked again
        var hidden = await SitAsync(await Farmer.SignUpAsync(host), contest);
        AssertHidden(hidden.Result, from);
        Assert.All(
            hidden.Result["review"]!.AsArray(),
            entry => Assert.Equal(["correct", "given", "id"], entry!.AsObject().Select(field => field.Key).Order())
        );

        host.Time.Advance(TimeSpan.FromDays(2.5));
        AssertHidden(await ReadAsync(farmer, contest, alone.Attempt), from);
        host.Time.Advance((DateTimeOffset)hidden.Result["rightAnswersFrom"]! - host.Time.GetUtcNow());
        AssertShown(await ReadAsync(farmer, contest, alone.Attempt));
        Assert.Equal("closed", (string)(await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{other}")))["state"]!);
    }

    [Fact]
    public async Task A_contest_that_says_so_shows_right_answers_when_it_has_closed()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var (province, _) = await AdministratorsAsync(host);
        await ImportAsync(host, province, "bank");
        Assert.StartsWith(
            "must be one of",
            await Filmmaker.ReasonOf(await province.PostAsync("api/contests", Rules(host, "bank", review: "never")), "review")
        );
        var contest = await PublishAsync(province, Rules(host, "bank", closes: 1, review: "afterClosing"));
        Assert.Equal("afterClosing", (string)(await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{contest}")))["review"]!);
        var farmer = await Farmer.SignUpAsync(host);
        var (attempt, result) = await SitAsync(farmer, contest);
        AssertHidden(result, host.Time.GetUtcNow().AddDays(1));
        host.Time.Advance((DateTimeOffset)result["rightAnswersFrom"]! - host.Time.GetUtcNow());
        AssertShown(await ReadAsync(farmer, contest, attempt));
    }

    [Fact]
    public async Task The_provincial_contest_shows_its_review_after_each_attempt_beside_contests_with_other_questions()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var (_, county) = await AdministratorsAsync(host);
        await ImportAsync(host, county, "own", region: "220102");
        await PublishAsync(county, Rules(host, "own", "220102"));
        var farmer = await Farmer.SignUpAsync(host);
        AssertShown((await SitAsync(farmer, Farmer.Contest)).Result);
    }

    [Fact]
    public async Task Rules_that_read_a_bank_out_to_a_single_phone_are_refused_at_the_field()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var (province, _) = await AdministratorsAsync(host);
        await ImportAsync(host, province, "bank");
        foreach (var (count, perDay, inTotal) in new (int, int, int?)[] { (2, 7, null), (4, 4, null), (4, 1000, 4), (1, 13, 13) })
            Assert.Contains(
                "more than 3 times",
                await Filmmaker.ReasonOf(
                    await province.PostAsync("api/contests", Rules(host, "bank", count: count, perDay: perDay, inTotal: inTotal)),
                    "attemptsPerDay"
                )
            );
        var asTheReportHasIt = Rules(host, Farmer.Contest, count: 100, perDay: 1000, seconds: 5);
        Assert.Contains(
            "more than 3 times",
            await Filmmaker.ReasonOf(await province.PostAsync("api/contests", asTheReportHasIt), "attemptsPerDay")
        );
        var draft = await DraftAsync(province, Rules(host, "bank", count: 4, perDay: 1000, inTotal: 3));
        Assert.Contains(
            "more than 3 times",
            await Filmmaker.ReasonOf(
                await province.PutAsync($"api/contests/{draft}", Rules(host, "bank", count: 4, perDay: 1000)),
                "attemptsPerDay"
            )
        );

        // Within the bound when it was drafted; then the bank shrank.
        var fewer = await DraftAsync(province, Rules(host, "large", count: 2, perDay: 6));
        await ImportAsync(host, province, "large", questions: 3, prefix: "large");
        Assert.Contains(
            "more than 3 times",
            await Filmmaker.ReasonOf(await province.PostAsync($"api/contests/{fewer}/publish"), "attemptsPerDay")
        );
    }

    [Fact]
    public async Task Who_imports_under_a_name_that_another_region_takes_meanwhile_does_not_get_its_bank()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var (province, county) = await AdministratorsAsync(host);
        host.Meter.Hold = async request =>
        {
            // The county's import has found no bank of this name, and is about to write its own.
            if (request.Method != Azure.Core.RequestMethod.Put || !request.Uri.Path.Contains("banks/wanted", StringComparison.Ordinal))
                return;
            host.Meter.Hold = _ => Task.CompletedTask;
            await ImportAsync(host, province, "wanted");
        };
        Assert.Equal(HttpStatusCode.Forbidden, (await TryImportAsync(host, county, "wanted", "220102", prefix: "mine")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await county.GetAsync("api/question-banks/wanted")).StatusCode);
        var bank = await Farmer.JsonOf(await province.GetAsync("api/question-banks/wanted"));
        Assert.Equal((1, "22", "q-1"), ((int)bank["version"]!, (string)bank["region"]!, (string)bank["questions"]![0]!["id"]!));
    }

    private static async Task<(Farmer Province, Farmer County)> AdministratorsAsync(TestHost host)
    {
        var province = await Farmer.SignUpAsync(host, phone: Province);
        var grant = new
        {
            phone = County,
            role = "administrator",
            region = "220102",
        };
        (await province.PostAsync("api/grants", grant)).EnsureSuccessStatusCode();
        return (province, await Farmer.SignUpAsync(host, phone: County));
    }

    private static async Task ImportAsync(
        TestHost host,
        Farmer administrator,
        string id,
        string region = "22",
        int questions = 4,
        string prefix = "q",
        bool spaced = false
    ) => await Farmer.JsonOf(await TryImportAsync(host, administrator, id, region, questions, prefix, spaced));

    private static Task<HttpResponseMessage> TryImportAsync(
        TestHost host,
        Farmer administrator,
        string id,
        string region = "22",
        int questions = 4,
        string prefix = "q",
        bool spaced = false
    )
    {
        var file = new StringBuilder();
        for (var at = 1; at <= questions; at++)
        {
            var words = $"{(prefix == "copied" ? "q" : prefix)}{(spaced ? " " : "")}题{at}{(spaced ? "？" : "?")}";
            file.Append(null, $"// [id:{prefix}-{at}] [tag:ranked]\n{words}{{=对 ~错 ~{at}####讲解}}\n\n");
        }

        var request = new HttpRequestMessage(HttpMethod.Post, $"api/question-banks?format=gift&id={id}&region={region}")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(file.ToString())),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", administrator.Token);
        return host.Http.SendAsync(request);
    }

    private static async Task<string> DraftAsync(Farmer administrator, object rules) =>
        (string)(await Farmer.JsonOf(await administrator.PostAsync("api/contests", rules)))["id"]!;

    private static async Task<string> PublishAsync(Farmer administrator, object rules)
    {
        var id = await DraftAsync(administrator, rules);
        await Farmer.JsonOf(await administrator.PostAsync($"api/contests/{id}/publish"));
        return id;
    }

    private static async Task AssertForbiddenAsync(Task<HttpResponseMessage> answer) =>
        Assert.Equal("role.missing", await Farmer.RefusalOf(await answer, HttpStatusCode.Forbidden));

    private static async Task<(string Attempt, JsonNode Result)> SitAsync(Farmer farmer, string contest)
    {
        var paper = await farmer.StartAsync(contest);
        return ((string)paper["attempt"]!, await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper), contest)));
    }

    private static async Task<JsonNode> ReadAsync(Farmer farmer, string contest, string attempt) =>
        (await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{contest}/attempts/{attempt}")))["result"]!;

    private static void AssertShown(JsonNode result)
    {
        Assert.All(result["review"]!.AsArray(), entry => Assert.NotEmpty(entry!["right"]!.AsArray()));
        Assert.False(result.AsObject().ContainsKey("rightAnswersFrom"));
    }

    private static void AssertHidden(JsonNode result, DateTimeOffset closes)
    {
        Assert.All(result["review"]!.AsArray(), entry => Assert.False(entry!.AsObject().ContainsKey("right")));
        Assert.All(result["review"]!.AsArray(), entry => Assert.False(entry!.AsObject().ContainsKey("explanation")));
        Assert.InRange((DateTimeOffset)result["rightAnswersFrom"]!, closes, closes.AddMinutes(10));
    }

    private static object Rules(
        TestHost host,
        string bank,
        string region = "22",
        string title = "县赛",
        int count = 4,
        int perDay = 1,
        int? inTotal = null,
        int seconds = 30,
        double opens = -1,
        double closes = 7,
        string? review = null
    ) =>
        new
        {
            title = new { zh = title, ko = "현 경연" },
            questionBank = bank,
            region,
            opensAt = host.Time.GetUtcNow().AddDays(opens),
            closesAt = host.Time.GetUtcNow().AddDays(closes),
            draw = new { count },
            questionSeconds = seconds,
            attemptsPerDay = perDay,
            attemptsInTotal = inTotal,
            passMark = 1,
            review,
        };
}
