using System.Globalization;
using System.Text.Json.Nodes;
using EStation.Banks;
using EStation.Http;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Contests.Attempts;

/// <summary>
/// No right answer leaves the server before submission: attempts are started, every route is read, and what came is searched.
/// </summary>
public class SecrecyTests(TestStorage storage)
{
    private const string AdministratorsPhone = "13900000096";
    private const string Marker = "机密记号";

    /// <summary>Routes for those who write the questions: they must see them.</summary>
    private static readonly string[] ForAuthors = ["GetQuestionBank", "GetQuestionBankTemplate"];

    [Fact]
    public async Task Nothing_that_a_route_tells_before_submission_gives_a_right_answer_away()
    {
        await using var host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?> { ["Administrators"] = AdministratorsPhone }
        );
        var contest = await PublishMarkedAsync(host);
        var crowd = (
            await Crowd.GatherAsync(host.ConnectionString, 30, [RegionCode.Parse("220102001001"), RegionCode.Parse("222401001001")])
        )
            .Select(person => Farmer.Of(host, person))
            .ToList();
        var told = new List<(string Route, string Text)>();
        foreach (var farmer in crowd)
            told.Add(("StartAttempt", await TextOfAsync(farmer.PostAsync($"api/contests/{contest}/attempts"))));

        // Others' results are told of while this one's paper is open.
        var open = crowd[0];
        var paper = JsonNode.Parse(told[0].Text)!;
        foreach (var (farmer, started) in crowd.Zip(told).Skip(15).ToList())
            await Farmer.JsonOf(
                await farmer.SubmitAsync(JsonNode.Parse(started.Text)!, Farmer.Guess(JsonNode.Parse(started.Text)!), contest)
            );
        await host.RollUpAsync();

        var asked = 0;
        foreach (var caller in new[] { open, await Farmer.SignUpAsync(host, phone: AdministratorsPhone) })
        {
            foreach (var route in DiscoveredRoute.All.Where(route => route.Method == "GET" && !ForAuthors.Contains(route.Function)))
            {
                foreach (var language in new[] { "zh", "ko", "*" })
                {
                    var path = PathOf(route, contest, (string)paper["attempt"]!) + $"?lang={language}&region=22&limit=50";
                    told.Add((route.Function, await TextOfAsync(caller.GetAsync(path))));
                    asked++;
                }
            }
        }

        told.Add(
            ("SubmitAttempt", await TextOfAsync(open.SubmitAsync(paper, new Dictionary<string, string[]> { ["no-such"] = ["1"] }, contest)))
        );
        told.Add(("Front", await host.Http.GetStringAsync("/")));
        TestContext.Current.TestOutputHelper!.WriteLine($"{asked} reads searched");
        Assert.True(asked > 60);
        Assert.All(
            told,
            answer =>
            {
                Assert.False(answer.Text.Contains(Marker, StringComparison.Ordinal), $"{answer.Route} tells an explanation: {answer.Text}");
                Assert.False(
                    answer.Text.Contains("author-id-", StringComparison.Ordinal),
                    $"{answer.Route} tells an author's option id: {answer.Text}"
                );
                Assert.False(
                    answer.Text.Contains("\"right\"", StringComparison.OrdinalIgnoreCase)
                        && answer.Text.Contains("q-", StringComparison.Ordinal),
                    $"{answer.Route} tells what is right: {answer.Text}"
                );
            }
        );

        // The search finds what it is for: after submission it is told.
        var review = await TextOfAsync(open.SubmitAsync(paper, Farmer.Guess(paper), contest));
        Assert.Contains("\"right\"", review, StringComparison.Ordinal);
        Assert.Contains(Marker, review, StringComparison.Ordinal);
    }

    /// <summary>
    /// A fresh try at the key: whoever has handed in reads every route, with every region, in every language, as a farmer, as an administrator of
    /// a county and as one of the province, while another contest can still draw the questions.
    /// </summary>
    [Fact]
    public async Task While_another_contest_can_draw_them_no_route_tells_right_answers_to_those_who_have_handed_in()
    {
        await using var host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?> { ["Administrators"] = AdministratorsPhone }
        );
        var contest = await PublishMarkedAsync(host);
        var marked = (await host.Get<ContestTable>().FindAsync(contest))!;
        await host.Get<ContestTable>()
            .PublishAsync(
                new PublishedContest(
                    marked.Rules with
                    {
                        Id = "other",
                        QuestionBank = "copy",
                        OpensAt = host.Time.GetUtcNow().AddDays(1),
                    },
                    new QuestionBank(
                        "copy",
                        1,
                        [.. marked.Bank.Questions.Select(question => question with { Id = "copied-" + question.Id })]
                    )
                )
            );
        var administrator = await Farmer.SignUpAsync(host, phone: AdministratorsPhone);
        var county = await Farmer.SignUpAsync(host);
        var grant = new
        {
            phone = county.Phone,
            role = "administrator",
            region = "220102",
        };
        (await administrator.PostAsync("api/grants", grant)).EnsureSuccessStatusCode();
        var told = new List<(string Route, string Text)>();
        foreach (var farmer in new[] { await Farmer.SignUpAsync(host), county, administrator })
        {
            var paper = await farmer.StartAsync(contest);
            told.Add(("SubmitAttempt", await TextOfAsync(farmer.SubmitAsync(paper, new { }, contest))));
            told.Add(("SubmitAttempt again", await TextOfAsync(farmer.SubmitAsync(paper, new { }, contest))));
            await host.RollUpAsync();
            foreach (var route in DiscoveredRoute.All.Where(route => route.Method == "GET" && !ForAuthors.Contains(route.Function)))
            {
                foreach (var id in new[] { contest, "other" })
                {
                    foreach (
                        var query in new[] { "?lang=*&region=22&limit=50", "?lang=zh&region=220102&count=50", "?format=csv&year=2026" }
                    )
                        told.Add(
                            (route.Function, await TextOfAsync(farmer.GetAsync(PathOf(route, id, (string)paper["attempt"]!) + query)))
                        );
                }
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{told.Count} answers searched");
        Assert.Contains(told, answer => answer.Text.Contains("rightAnswersFrom", StringComparison.Ordinal));
        Assert.All(
            told,
            answer =>
                Assert.False(
                    answer.Text.Contains(Marker, StringComparison.Ordinal)
                        || answer.Text.Contains("author-id-", StringComparison.Ordinal)
                        || (
                            answer.Text.Contains("\"right\"", StringComparison.OrdinalIgnoreCase)
                            && answer.Text.Contains("问题", StringComparison.Ordinal)
                        ),
                    $"{answer.Route}: {answer.Text}"
                )
        );
    }

    /// <summary>As it comes: Chinese is not escaped, so that it can be found.</summary>
    private static async Task<string> TextOfAsync(Task<HttpResponseMessage> answer) => await (await answer).Content.ReadAsStringAsync();

    private static string PathOf(DiscoveredRoute route, string contest, string attempt) =>
        "/"
        + System.Text.RegularExpressions.Regex.Replace(
            route.Template,
            "{([^}]*)}",
            name =>
                name.Groups[1].Value switch
                {
                    "attempt" => attempt,
                    "region" or "code" => "22",
                    _ => contest,
                }
        );

    /// <summary>A contest whose right answers can be found in any text.</summary>
    private static async Task<string> PublishMarkedAsync(TestHost host)
    {
        var questions = Enumerable
            .Range(0, 40)
            .Select(number => new Question(
                string.Create(CultureInfo.InvariantCulture, $"q-{number}"),
                "all",
                QuestionPool.Ranked,
                number % 2 == 0 ? QuestionKind.Single : QuestionKind.Multiple,
                new Text($"问题{number}"),
                [
                    .. Enumerable
                        .Range(0, 4)
                        .Select(option => new Option($"author-id-{option}", new Text($"选项{option}"), option == number % 4)),
                ],
                new Text($"{Marker}{number}")
            ));
        var rules = (await host.Get<ContestTable>().FindAsync(Farmer.Contest))!.Rules with { Id = "marked", QuestionBank = "marked" };
        await host.Get<ContestTable>().PublishAsync(new PublishedContest(rules, new QuestionBank("marked", 1, [.. questions])));
        return rules.Id;
    }
}
