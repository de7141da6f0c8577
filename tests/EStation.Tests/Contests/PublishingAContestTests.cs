using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation.Contests;

/// <summary>An administrator's way from a file of questions to a contest with statistics, over HTTP.</summary>
public class PublishingAContestTests(TestStorage storage)
{
    private const string Administrator = "13900000001";
    private static readonly Dictionary<string, string?> Settings = new() { ["Administrators"] = Administrator };

    [Fact]
    public async Task From_a_bank_to_statistics_by_question_and_language()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var administrator = await Farmer.SignInAsync(host, Administrator);
        var bank = await Farmer.JsonOf(await ImportAsync(host, administrator, "gift", Gift("q", 4)));
        Assert.Equal((1, 5), ((int)bank["version"]!, (int)bank["questions"]!));
        var draft = await Farmer.JsonOf(await administrator.PostAsync("api/contests", Rules(host, (string)bank["id"]!)));
        var id = (string)draft["id"]!;
        Assert.Equal("draft", (string)draft["state"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync($"api/contests/{id}")).StatusCode);
        Assert.Equal(id, (string)(await Farmer.JsonOf(await administrator.GetAsync($"api/contests/{id}")))["id"]!);
        Assert.Equal(id, (string)(await Farmer.JsonOf(await administrator.GetAsync("api/contests?state=draft")))["items"]![0]!["id"]!);
        await Farmer.JsonOf(await administrator.PostAsync($"api/contests/{id}/publish"));
        await Farmer.JsonOf(await administrator.PostAsync($"api/contests/{id}/publish"));

        var one = await Farmer.SignUpAsync(host);
        var paper = await one.StartAsync(id);
        Assert.Equal(3, paper["questions"]!.AsArray().Count);
        Assert.Contains("第一题", paper["questions"]!.AsArray().Select(question => (string)question!["text"]!));
        var right = paper["questions"]!
            .AsArray()
            .ToDictionary(question => (string)question!["id"]!, question => new[] { IdOf(question!, "对") });
        var result = await Farmer.JsonOf(await one.SubmitAsync(paper, right, id));
        Assert.Equal(
            (3, true, 4, 1),
            ((int)result["score"]!, (bool)result["passed"]!, (int)result["points"]!, (int)result["drawChances"]!)
        );
        var other = await Farmer.SignUpAsync(host, village: "222401001001");
        var korean = await Farmer.JsonOf(await other.PostAsync($"api/contests/{id}/attempts?lang=ko"));
        await Farmer.JsonOf(
            await other.SubmitAsync(
                korean,
                korean["questions"]!.AsArray().ToDictionary(question => (string)question!["id"]!, question => Array.Empty<string>()),
                id
            )
        );
        await host.RollUpAsync();

        var province = await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{id}/statistics"));
        Assert.Equal(
            (2, 2, 1, 1.5),
            ((int)province["entries"]!, (int)province["participants"]!, (int)province["passed"]!, (double)province["meanScore"]!)
        );
        Assert.Equal([1, 0, 0, 1], province["scores"]!.AsArray().Select(count => (int)count!));
        Assert.Equal(6, province["questions"]!.AsArray().Sum(question => (int)question!["shown"]!));
        var first = province["questions"]!.AsArray().Single(question => (string)question!["id"]! == "q-1")!;
        Assert.Equal(
            (2, 1, 0.5, 1.0),
            ((int)first["shown"]!, (int)first["correct"]!, (double)first["facility"]!, (double)first["discrimination"]!)
        );
        Assert.Equal(["zh", "ko"], first["byLanguage"]!.AsArray().Select(part => (string)part!["language"]!));
        var county = await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{id}/statistics?region=222401"));
        Assert.Equal(3, county["questions"]!.AsArray().Sum(question => (int)question!["shown"]!));
        await Farmer.RefusalOf(
            await host.Http.GetAsync($"api/contests/{id}/statistics?region=222401001"),
            HttpStatusCode.UnprocessableEntity
        );
    }

    [Fact]
    public async Task A_published_contest_keeps_its_rules_and_its_version_of_the_bank()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var administrator = await Farmer.SignInAsync(host, Administrator);
        await Farmer.JsonOf(await ImportAsync(host, administrator, "gift", Gift("q", 4), "&id=bank"));
        var draft = Rules(host, "bank");
        var id = (string)(await Farmer.JsonOf(await administrator.PostAsync("api/contests", draft)))["id"]!;
        Assert.Equal(id, (string)(await Farmer.JsonOf(await administrator.PostAsync("api/contests", draft)))["id"]!);
        await Farmer.JsonOf(await administrator.PutAsync($"api/contests/{id}", Rules(host, "bank", passMark: 1)));
        Assert.Equal(1, (int)(await Farmer.JsonOf(await administrator.PostAsync($"api/contests/{id}/publish")))["passMark"]!);
        Assert.Equal(
            "contest.published",
            await Farmer.RefusalOf(
                await administrator.PutAsync($"api/contests/{id}", Rules(host, "bank", passMark: 2)),
                HttpStatusCode.Conflict
            )
        );
        await Farmer.JsonOf(await administrator.PutAsync($"api/contests/{id}", Rules(host, "bank", passMark: 1))); // sent again

        Assert.Equal(2, (int)(await Farmer.JsonOf(await ImportAsync(host, administrator, "gift", Gift("new", 4), "&id=bank")))["version"]!);
        Assert.Equal(HttpStatusCode.OK, (await ImportAsync(host, administrator, "gift", Gift("new", 4), "&id=bank")).StatusCode);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        var paper = await (await Farmer.SignUpAsync(host)).StartAsync(id);
        Assert.All(paper["questions"]!.AsArray(), question => Assert.StartsWith("q-", (string)question!["id"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Practice_never_serves_what_an_unclosed_contest_can_draw()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var administrator = await Farmer.SignInAsync(host, Administrator);
        await Farmer.JsonOf(await ImportAsync(host, administrator, "gift", Gift("q", 4), "&id=bank"));
        var first = await PublishAsync(administrator, Rules(host, "bank", title: "一"));
        var offered = await PracticeAsync(host, first);
        Assert.Equal(["practice"], offered);

        // The same questions, now all for practice: the first contest can still draw four of them.
        await Farmer.JsonOf(
            await ImportAsync(
                host,
                administrator,
                "gift",
                Gift("q", 4).Replace("[tag:ranked]", "[tag:practice]", StringComparison.Ordinal)
                    + Gift("r", 4).Replace("[id:practice]", "", StringComparison.Ordinal).Replace("练习", "另外", StringComparison.Ordinal),
                "&id=bank"
            )
        );
        var second = await PublishAsync(administrator, Rules(host, "bank", title: "二"));
        Assert.Equal(0, (await PracticeAsync(host, second)).Count(question => question.Length == "q-1".Length));
        host.Time.Advance(TimeSpan.FromDays(8));
        Assert.Equal(4, (await PracticeAsync(host, second)).Count(question => question.Length == "q-1".Length));
    }

    [Fact]
    public async Task A_spoiled_file_changes_nothing_and_a_draft_that_cannot_be_drawn_is_refused()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var administrator = await Farmer.SignInAsync(host, Administrator);
        await Farmer.JsonOf(await ImportAsync(host, administrator, "gift", Gift("q", 4), "&id=bank"));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await ImportAsync(host, administrator, "gift", Gift("q", 4) + "\n\n坏题{=对 ~错", "&id=bank")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await ImportAsync(host, administrator, "gift", new string('x', (4 * 1024 * 1024) + 1))).StatusCode
        );
        var bank = await Farmer.JsonOf(await administrator.GetAsync("api/question-banks/bank"));
        Assert.Equal((1, 5), ((int)bank["version"]!, bank["questions"]!.AsArray().Count));

        var id = (string)(await Farmer.JsonOf(await administrator.PostAsync("api/contests", Rules(host, "bank", count: 5))))["id"]!;
        await Farmer.RefusalOf(await administrator.PostAsync($"api/contests/{id}/publish"), HttpStatusCode.UnprocessableEntity);
        var late = Rules(host, "bank", closesAt: new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero));
        Assert.Equal(
            "fields.invalid",
            await Farmer.RefusalOf(await administrator.PostAsync("api/contests", late), HttpStatusCode.UnprocessableEntity)
        );
        var farmer = await Farmer.SignUpAsync(host);
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(await farmer.PostAsync("api/contests", Rules(host, "bank")), HttpStatusCode.Forbidden)
        );
        Assert.Equal("role.missing", await Farmer.RefusalOf(await farmer.GetAsync("api/question-banks/bank"), HttpStatusCode.Forbidden));
    }

    private static async Task<string> PublishAsync(Farmer administrator, object rules)
    {
        var id = (string)(await Farmer.JsonOf(await administrator.PostAsync("api/contests", rules)))["id"]!;
        await Farmer.JsonOf(await administrator.PostAsync($"api/contests/{id}/publish"));
        return id;
    }

    private static async Task<string[]> PracticeAsync(TestHost host, string contest) =>
        [
            .. (await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{contest}/practice?count=50")))["questions"]!
                .AsArray()
                .Select(question => (string)question!["id"]!),
        ];

    private static Task<HttpResponseMessage> ImportAsync(TestHost host, Farmer administrator, string format, string file, string more = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"api/question-banks?format={format}{more}")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(file)),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", administrator.Token);
        return host.Http.SendAsync(request);
    }

    /// <summary>One question in a category of its own, others beside it, and one for practice.</summary>
    private static string Gift(string prefix, int count)
    {
        var file = new StringBuilder("$CATEGORY: 首要\n\n");
        for (var i = 1; i <= count; i++)
            file.Append(i == 2 ? "$CATEGORY: 其他\n\n" : "")
                .Append(null, $"// [id:{prefix}-{i}] [tag:ranked]\n{(i == 1 ? "第一题" : $"{prefix}题{i}")}{{=对 ~错 ~{i}}}\n\n");
        return file.Append("// [id:practice] [tag:practice]\n练习题{=对 ~错}\n\n").ToString();
    }

    private static object Rules(
        TestHost host,
        string bank,
        int passMark = 3,
        int count = 3,
        string title = "县赛",
        DateTimeOffset? closesAt = null
    ) =>
        new
        {
            title = new { zh = title, ko = "현 경연" },
            questionBank = bank,
            region = "22",
            opensAt = host.Time.GetUtcNow().AddMinutes(-1),
            closesAt = closesAt ?? host.Time.GetUtcNow().AddDays(7),
            draw = new { count, byCategory = new Dictionary<string, int> { ["首要"] = 1 } },
            questionSeconds = 30,
            attemptsPerDay = 2,
            attemptsInTotal = 2,
            passMark,
            points = new { completed = 1, allCorrect = 3 },
            drawMark = 3,
        };

    private static string IdOf(JsonNode question, string text) =>
        (string)question["options"]!.AsArray().Single(option => (string)option!["text"]! == text)!["id"]!;
}
