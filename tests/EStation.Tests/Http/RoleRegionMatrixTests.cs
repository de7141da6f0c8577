using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using EStation.Banks.Sheets;
using EStation.Contests;
using EStation.Contests.Prizes;
using EStation.Contests.Results;
using EStation.Regions;
using EStation.Showcase;
using EStation.Testing;
using EStation.Trainings;

namespace EStation.Http;

/// <summary>
/// Every route there is, tried by everybody there can be: without a token, with a bad one, a farmer, each role elsewhere and each role
/// where the thing is.
/// </summary>
public sealed class RoleRegionMatrixTests(TestStorage storage, ITestOutputHelper output) : IAsyncLifetime
{
    private const string Here = "220102";
    private const string There = "220202";
    private const string Village = Class.Village;
    private const string Name = "訾雨薇";
    private static readonly string[] Roles = ["official", "reviewer", "jury", "administrator"];

    /// <summary>What finds out who is asking; everything else is read after the role is checked.</summary>
    private static readonly string[] Asking = ["/Erasures", "/People", "/Grants"];

    private static readonly string[] Officials = ["official"];
    private static readonly string[] OfPlace = ["official", "administrator"];
    private static readonly string[] Reviewers = ["reviewer"];

    /// <summary>Where a class of routes is not for just the role that its facts name.</summary>
    private static readonly Dictionary<string, string[]> RolesOf = new()
    {
        ["AnnounceTraining"] = OfPlace,
        ["ChangeTraining"] = OfPlace,
        ["CancelTraining"] = OfPlace,
        ["GetRoster"] = OfPlace,
        ["GetSummary"] = OfPlace,
        ["CopyTraining"] = OfPlace,
        ["MessageTraining"] = OfPlace,
        ["SelectApplicants"] = OfPlace,
        ["MarkAttendance"] = OfPlace,
        ["CorrectAttendance"] = OfPlace,
        ["CompleteTraining"] = OfPlace,
        ["RevokeCertificate"] = OfPlace,
        ["PostNotice"] = OfPlace,
        ["ListNotices"] = OfPlace,
        ["DeleteNotice"] = OfPlace,
        ["ScoreVideo"] = ["jury"],
        ["ListPrizes"] = OfPlace,
        ["HandOutPrize"] = OfPlace,
    };

    /// <summary>For administrators of the province alone.</summary>
    private static readonly string[] OfProvince = ["PostCampaign", "PutCampaign", "GetReconciliation", "GetRebuild", "PostRebuild"];

    private readonly Dictionary<string, string> ids = [];
    private readonly Dictionary<(string Role, string Region), Farmer> staff = [];
    private TestHost host = null!;
    private Farmer owner = null!;
    private Farmer stranger = null!;
    private string reviewed = "";
    private string enrolment = "";

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Administrators"] = Class.AdministratorPhone });
        owner = await Farmer.SignUpAsync(host, Village, Name);
        stranger = await Farmer.SignUpAsync(host, "220202001001", "路人甲");
        var training = await Class.AnnounceAsync(host, capacity: 9);
        var administrator = training.Official;
        var signedUp = await training.SignUpAsync(owner);
        (enrolment, ids["enrolment"]) = ((string)signedUp["ticket"]!, (string)signedUp["enrolment"]!);
        var paper = await owner.StartAsync();
        ids["attempt"] = (string)paper["attempt"]!;
        await Farmer.JsonOf(await owner.SubmitAsync(paper, Farmer.Guess(paper)));

        var reviewer = await Stage.ReviewerAsync(host);
        reviewed = await owner.SubmitVideoAsync();
        ids["video"] = await Stage.PublishAsync(host, reviewer);
        foreach (var role in Roles)
        {
            foreach (var region in new[] { Here, There })
            {
                var phone = Farmer.NewPhone();
                var given = await Farmer.JsonOf(
                    await administrator.PostAsync(
                        "api/grants",
                        new
                        {
                            phone,
                            role,
                            region,
                        }
                    )
                );
                if (region == Here && role == "jury")
                    ids["grant"] = (string)given["id"]!;
                staff[(role, region)] = await Farmer.SignUpAsync(host, name: "职员", phone: phone);
            }
        }

        (
            await administrator.PostAsync(
                "api/grants",
                new
                {
                    phone = Class.AdministratorPhone,
                    role = "official",
                    region = "22",
                }
            )
        ).EnsureSuccessStatusCode();
        ids["training"] = training.Id;
        ids["station"] = "st-220104-01";
        host.Time.Advance(TimeSpan.FromMinutes(2));
        (
            await administrator.PutAsync($"api/villages/{Village}/publicist", new { name = Name, phone = owner.Phone })
        ).EnsureSuccessStatusCode();
        ids["station"] = (string)(await Farmer.JsonOf(await staff[("official", Here)].PostAsync("api/stations", Station())))["id"]!;
        var bank = new HttpRequestMessage(HttpMethod.Post, $"api/question-banks?format=csv&region={Here}")
        {
            Content = new ByteArrayContent(BankTemplate.In(Banks.BankFormat.Csv)),
        };
        bank.Headers.Authorization = new AuthenticationHeaderValue("Bearer", staff[("administrator", Here)].Token);
        ids["bank"] = (string)(await Farmer.JsonOf(await host.Http.SendAsync(bank)))["id"]!;
        ids["draft"] = (string)(await Farmer.JsonOf(await staff[("administrator", Here)].PostAsync("api/contests", Contest())))["id"]!;
        host.Time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(12));
        await training.MarkAsync(1, enrolment);
        host.Time.Advance(TimeSpan.FromDays(2));
        ids["certificate"] = (string)
            (await training.CompleteAsync(new { enrolments = new[] { ids["enrolment"] } }))["items"]![0]!["certificate"]!;
        for (var others = 0; others < 5; others++)
            await Farmer.SignUpAsync(host, Village);
        await host.RollUpAsync();
        await StoreEndingAsync();
        var notice = new
        {
            title = new { zh = "通知" },
            text = new { zh = "停水" },
            places = new[] { Village },
            channel = "inbox",
        };
        ids["notice"] = (string)(await Farmer.JsonOf(await staff[("official", Here)].PostAsync("api/notices", notice)))["id"]!;
        await HoldContestAsync();
    }

    private async Task HoldContestAsync()
    {
        var now = host.Time.GetUtcNow();
        ids["contest"] = await OwnContests.PublishAsync(
            host,
            "fair-play",
            rules =>
                rules with
                {
                    Region = RegionCode.Parse(Here),
                    QuestionBank = ids["bank"],
                    OpensAt = now.AddDays(-1),
                    ClosesAt = now.AddDays(1),
                }
        );
        await owner.StartAsync(ids["contest"]);
        var disqualified = await staff[("administrator", Here)]
            .PostAsync($"api/contests/{ids["contest"]}/disqualifications", new { person = owner.Id, reason = "代答" });
        ids["disqualification"] = (string)(await Farmer.JsonOf(disqualified))["id"]!;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    /// <summary>A contest of the county that is over, with a prize and an objection.</summary>
    private async Task StoreEndingAsync()
    {
        var now = host.Time.GetUtcNow();
        ids["over"] = await OwnContests.PublishAsync(
            host,
            "over",
            rules => rules with { Region = RegionCode.Parse(Here), OpensAt = now.AddDays(-3), ClosesAt = now.AddDays(-2) }
        );
        var candidate = new Candidate(
            ids["over"],
            PrizeBy.Rank,
            1,
            owner.Id,
            RegionCode.Parse(Here),
            RegionCode.Parse(Village),
            "訾**",
            null,
            CandidateState.Won,
            Prize: 0
        );
        Assert.True(await host.Get<CandidateTable>().TryChangeAsync(new StoredCandidate(candidate, null), candidate, delivery: null));
        ids["prize"] = candidate.Id;
        ids["objection"] = "objection1";
        var objection = new Objection(ids["objection"], ids["over"], owner.Id, null, "有误", now);
        Assert.True(await host.Get<ObjectionTable>().TryWriteAsync(objection, read: null));
    }

    [Fact]
    public async Task Nobody_is_allowed_what_is_not_for_them_and_nothing_is_read_before_the_role_is_checked()
    {
        var (tried, allowed) = (0, 0);
        foreach (var route in InOrder().Where(route => FactsOf(route).Who > Access.SignedIn))
        {
            await IsRefusedAsync(route, null, HttpStatusCode.Unauthorized);
            await IsRefusedAsync(route, stranger.Token[..^3] + "abc", HttpStatusCode.Unauthorized);
            await IsRefusedAsync(route, stranger.Token, HttpStatusCode.Forbidden);
            foreach (var ((role, region), person) in staff.OrderBy(entry => entry.Key.Region == Here))
            {
                tried++;
                var isOfRole = AllowedOn(route).Contains(role);
                if (isOfRole && region == Here && !OfProvince.Contains(route.Function))
                {
                    var (status, text, _) = await AskAsync(route, person.Token);
                    Assert.True(
                        status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
                            && (int)status < 500,
                        $"{route} by {role} {region}: {status} {text}"
                    );
                    allowed++;
                }
                else if (!IsWithoutPlace(route) || !isOfRole)
                {
                    await IsRefusedAsync(
                        route,
                        person.Token,
                        HttpStatusCode.Forbidden,
                        mayRead: isOfRole && !OfProvince.Contains(route.Function)
                    );
                }
            }
        }

        output.WriteLine($"{DiscoveredRoute.All.Count} routes; {tried} tries by roles, {allowed} of them allowed");
    }

    [Fact]
    public async Task What_is_of_a_person_is_told_to_nobody_else()
    {
        string[] personal = [Name, owner.Phone, owner.Id];
        var found = 0;
        foreach (var route in InOrder().Where(route => route.Method == "GET" && FactsOf(route).Who <= Access.SignedIn))
        {
            foreach (var token in new[] { null, stranger.Token, staff[("official", There)].Token, staff[("administrator", There)].Token })
            {
                var (status, text, _) = await AskAsync(route, token);
                Assert.True((int)status < 500, $"{route}: {status}");
                Assert.False(Everything.Has(text, personal), $"{route} tells {text}");
            }

            found += Everything.Has((await AskAsync(route, owner.Token)).Text, personal) ? 1 : 0;
        }

        output.WriteLine($"{found} routes tell the person");
        Assert.True(found > 1); // the search finds what is told to the person
    }

    private static RouteFacts FactsOf(DiscoveredRoute route) => RouteFacts.Of(route.Function);

    private static IEnumerable<DiscoveredRoute> InOrder() =>
        DiscoveredRoute.All.OrderBy(route => Array.IndexOf(["GET", "PUT", "POST", "DELETE"], route.Method)).ThenBy(route => route.Function);

    private static string[] AllowedOn(DiscoveredRoute route) =>
        RolesOf.GetValueOrDefault(route.Function)
        ?? FactsOf(route).Who switch
        {
            Access.Official => Officials,
            Access.Reviewer => Reviewers,
            _ => ["administrator"],
        };

    /// <summary>What is one's own wherever one is: the list of the banks that one may see.</summary>
    private static bool IsWithoutPlace(DiscoveredRoute route) => route.Function == "ListQuestionBanks";

    private async Task IsRefusedAsync(DiscoveredRoute route, string? token, HttpStatusCode expected, bool mayRead = false)
    {
        var (status, text, read) = await AskAsync(route, token);
        Assert.True(status == expected, $"{route}: {status} instead of {expected}: {text}");
        Assert.False(Everything.Has(text, Name, owner.Phone, owner.Id), $"{route} tells {text}");
        Assert.True(
            mayRead || read.All(path => Asking.Any(table => path.Contains(table, StringComparison.Ordinal))),
            $"{route} reads before the role is checked: {string.Join(' ', read)}"
        );
    }

    private async Task<(HttpStatusCode Status, string Text, IReadOnlyList<string> Read)> AskAsync(DiscoveredRoute route, string? token)
    {
        var request = new HttpRequestMessage(new HttpMethod(route.Method), PathOf(route));
        if (route.TakesBody)
            request.Content = JsonContent.Create(BodyOf(route));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        host.Meter.Reset();
        var response = await host.Http.SendAsync(request);
        return (
            response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            [.. host.Meter.Requests.Where(sent => !sent.Path.Contains("/Audit", StringComparison.Ordinal)).Select(sent => sent.Path)]
        );
    }

    private string PathOf(DiscoveredRoute route)
    {
        var id = route.Template switch
        {
            _ when route.Function is "GetResultsWorkbook" or "FreezeContest" or "EnterDraw" or "AnswerObjection" => ids["over"],
            _ when route.Function is "PutContest" or "PublishContest" => ids["draft"],
            _ when route.Template.StartsWith("api/contests/{id}/", StringComparison.Ordinal)
                    && FactsOf(route).Who == Access.Administrator => ids["contest"],
            _ when route.Function is "ReviewVideo" or "ListOwnVideos" => reviewed,
            var path when path.Contains("/prizes", StringComparison.Ordinal) => ids["prize"],
            var path when path.StartsWith("api/contests", StringComparison.Ordinal) => Farmer.Contest,
            var path when path.StartsWith("api/trainings", StringComparison.Ordinal) => ids["training"],
            var path when path.StartsWith("api/stations", StringComparison.Ordinal) => ids["station"],
            var path when path.StartsWith("api/videos", StringComparison.Ordinal) => ids["video"],
            var path when path.StartsWith("api/question-banks", StringComparison.Ordinal) => ids["bank"],
            var path when path.StartsWith("api/grants", StringComparison.Ordinal) => ids["grant"],
            var path when path.StartsWith("api/notices", StringComparison.Ordinal) => ids["notice"],
            _ => Filmmaker.Campaign,
        };
        var filled = route
            .Template.Replace("{id}", id, StringComparison.Ordinal)
            .Replace("{n}", "1", StringComparison.Ordinal)
            .Replace("{code}", Village, StringComparison.Ordinal)
            .Replace("{region}", Village, StringComparison.Ordinal)
            .Replace("{attempt}", ids["attempt"], StringComparison.Ordinal)
            .Replace("{disqualification}", ids["disqualification"], StringComparison.Ordinal)
            .Replace("{number}", ids["certificate"], StringComparison.Ordinal)
            .Replace("{ticket}", enrolment, StringComparison.Ordinal)
            .Replace("{objection}", ids["objection"], StringComparison.Ordinal)
            .Replace("{enrolment}", ids["enrolment"], StringComparison.Ordinal);
        return "/"
            + filled
            + (
                route.Function is "ListGrants" or "ListPrizes" or "ListNotices" or "GetAudit" or "ListReviews" or "PostQuestionBank"
                    ? $"?region={Here}&format=csv"
                    : ""
            );
    }

    private object BodyOf(DiscoveredRoute route) =>
        route.Function switch
        {
            "PostGrant" => new
            {
                phone = "13900000555",
                role = "jury",
                region = Here,
            },
            "PostStation" => Station("第二e站"),
            "PostContest" or "PutContest" => Contest(),
            "AnnounceTraining" => Class.Form(host),
            "PostNotice" => new { places = new[] { Village }, preview = true },
            "ScoreVideo" => new { score = 300 },
            _ => new { },
        };

    private static object Station(string name = "南关e站") =>
        new
        {
            name = new { zh = name },
            village = Village,
            address = "村部",
            latitude = 43.8,
            longitude = 125.3,
            opening = "8:00-16:00",
            haves = new
            {
                network = true,
                staff = true,
                premises = true,
                activities = true,
                terminals = true,
            },
        };

    private object Contest() =>
        new
        {
            title = new { zh = "县赛" },
            questionBank = ids["bank"],
            region = Here,
            opensAt = host.Time.GetUtcNow().AddDays(30),
            closesAt = host.Time.GetUtcNow().AddDays(40),
            draw = new { count = 1 },
            questionSeconds = 60,
            attemptsPerDay = 1,
            passMark = 1,
        };
}
