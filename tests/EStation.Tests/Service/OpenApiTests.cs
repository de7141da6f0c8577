using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json.Nodes;
using EStation.Contests;
using EStation.Contests.Results;
using EStation.Http;
using EStation.Testing;
using Microsoft.Azure.Functions.Worker;
using NJsonSchema;

namespace EStation.Service;

/// <summary>The OpenAPI document, held to the running system.</summary>
public class OpenApiTests(TestStorage storage)
{
    private static readonly string[] NoPlace = ["1"];
    private static readonly string[] FirstOption = ["1"];
    private static readonly string[] Province = ["22"];
    private const string CatchAll = "{*path}";
    private static readonly JsonObject Document = OpenApi.Document();

    [Fact]
    public void Every_function_is_in_the_document_and_nothing_else()
    {
        var real = Functions().ToDictionary(function => $"{function.Method} {function.Route}", function => function.Name);
        var written = Operations()
            .ToDictionary(operation => $"{operation.Method} {operation.Path}", operation => (string)operation.Node["operationId"]!);
        var missing = real.Keys.Except(written.Keys).ToList();
        Assert.True(
            missing.Count == 0,
            $"Add to a part in functions/Service/openapi/: {string.Join("; ", missing.Select(route => $"{route} ({real[route]})"))}"
        );
        var gone = written.Keys.Except(real.Keys).ToList();
        Assert.True(gone.Count == 0, $"No function answers: {string.Join("; ", gone)}");
        Assert.Equal(real.OrderBy(route => route.Key), written.OrderBy(route => route.Key));
    }

    [Fact]
    public void Every_operation_says_what_the_conventions_fix()
    {
        foreach (var (method, path, node) in Operations())
        {
            var statuses = node["responses"]!.AsObject().Select(response => response.Key).ToHashSet();
            Assert.Superset(new HashSet<string> { "500", "503" }, statuses);
            Assert.True(statuses.Any(status => status[0] == '2'), $"{method} {path} has no success");
            var isForEverybody = RouteFacts.Of((string)node["operationId"]!).Who == Http.Access.Everybody;
            Assert.True(node["security"] is null == isForEverybody, $"{method} {path} says wrongly who may call it");
            Assert.True(node["security"] is null || statuses.Contains("401"), $"{method} {path} needs 401");
            Assert.True(node["x-role"] is null || statuses.Contains("403"), $"{method} {path} needs 403");
            Assert.True(!path.Contains('{', StringComparison.Ordinal) || statuses.Contains("404"), $"{method} {path} needs 404");
            Assert.True(
                node["requestBody"]?["content"]?["application/json"] is null || statuses.IsSupersetOf(["400", "413", "415", "422"]),
                $"{method} {path} needs the refusals of a body"
            );
        }
    }

    [Fact]
    public void Every_refusal_of_the_program_is_a_problem_code()
    {
        var codes = Document["components"]!["schemas"]!["ProblemCode"]!["enum"]!.AsArray().Select(code => (string)code!).ToHashSet();
        Assert.Equal(OpenApi.Refusals.Keys.ToHashSet(), codes);
        Assert.Superset(new HashSet<string> { "token.missing", "role.missing", "contest.not-open", "too-often", "fields.invalid" }, codes);
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        foreach (var reference in References(Document))
        {
            JsonNode? node = Document;
            foreach (var step in reference[2..].Split('/'))
                node = node?[step];
            Assert.True(node is not null, reference);
        }
    }

    [Fact]
    public async Task Real_answers_are_as_the_document_says()
    {
        await using var host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?>
            {
                ["Administrators"] = "13900000001",
                ["Messages:ReceiptsSecret"] = "Abcdefghijklmnopqrstuvwx1",
            }
        );
        var served = await Farmer.JsonOf(await host.Http.GetAsync("api/openapi.json"));
        Assert.Equal("3.1.0", (string)served["openapi"]!);
        var administrator = await Farmer.SignInAsync(host, "13900000001");
        var farmer = await Farmer.SignUpAsync(host);
        var contest = $"api/contests/{Farmer.Contest}";

        await AssertAsync(
            "post",
            "/api/sign-in/codes",
            await host.Http.PostAsJsonAsync("api/sign-in/codes", new { phone = Farmer.NewPhone() })
        );
        await AssertAsync("post", "/api/sign-in/codes", await host.Http.PostAsJsonAsync("api/sign-in/codes", new { phone = "1" }));
        await AssertAsync(
            "post",
            "/api/message-receipts/{secret}",
            await host.Http.PostAsJsonAsync("api/message-receipts/Abcdefghijklmnopqrstuvwx1", Array.Empty<string>())
        );
        await AssertAsync("get", "/api/me", await farmer.GetAsync("api/me"));
        await AssertAsync("get", "/api/me", await host.Http.GetAsync("api/me"));
        await AssertAsync("get", "/api/me/data", await farmer.GetAsync("api/me/data"));
        await AssertAsync("get", "/api/me/preferences", await farmer.GetAsync("api/me/preferences"));
        await AssertAsync("put", "/api/me/preferences", await farmer.PutAsync("api/me/preferences", new { signedUpByOthers = true }));
        await AssertAsync("get", "/api/regions/{code}", await host.Http.GetAsync("api/regions/2224?lang=*"));
        await AssertAsync("get", "/api/regions/{code}", await host.Http.GetAsync("api/regions/99"));
        await AssertAsync("get", "/api/regions", await host.Http.GetAsync("api/regions?q=yongchun&lang=*"));
        await AssertAsync("get", "/api/regions", await host.Http.GetAsync("api/regions"));
        await AssertAsync("get", "/api/documents", await host.Http.GetAsync("api/documents"));
        await AssertAsync("get", "/api/documents/{kind}", await host.Http.GetAsync("api/documents/privacy?lang=*"));
        await AssertAsync("get", "/api/documents/{kind}", await host.Http.GetAsync("api/documents/none"));
        await AssertAsync("get", "/api/today", await host.Http.GetAsync("api/today"));
        await AssertAsync("get", "/api/contests", await host.Http.GetAsync("api/contests"));
        await AssertAsync("get", "/api/contests/{id}", await host.Http.GetAsync(contest + "?lang=*"));
        await AssertAsync("get", "/api/contests/{id}/practice", await host.Http.GetAsync(contest + "/practice"));
        var started = await farmer.PostAsync(contest + "/attempts");
        await AssertAsync("post", "/api/contests/{id}/attempts", started);
        var paper = await Farmer.JsonOf(started);
        await AssertAsync("put", "/api/contests/{id}/attempts/{attempt}", await farmer.SubmitAsync(paper, Farmer.Guess(paper)));
        await AssertAsync("put", "/api/contests/{id}/attempts/{attempt}", await farmer.SubmitAsync(paper, Farmer.Guess(paper, option: 1)));
        await AssertAsync("get", "/api/contests/{id}/attempts/{attempt}", await farmer.GetAsync($"{contest}/attempts/{paper["attempt"]}"));
        await AssertAsync("get", "/api/contests/{id}/attempts", await farmer.GetAsync(contest + "/attempts"));
        await AssertAsync("post", "/api/contests/{id}/attempts", await farmer.PostAsync(contest + "/attempts"));
        var oneByOne = await OwnContests.PublishAsync(host, "one-by-one", rules => rules with { PerQuestion = true });
        var question = await farmer.StartAsync(oneByOne);
        var turn = $"api/contests/{oneByOne}/attempts/{question["attempt"]}";
        const string Turn = "/api/contests/{id}/attempts/{attempt}/questions/{n}";
        await AssertAsync("put", Turn, await farmer.PutAsync(turn + "/questions/1", new { options = FirstOption }));
        await AssertAsync("put", Turn, await farmer.PutAsync(turn + "/questions/3", new { options = FirstOption }));
        await AssertAsync("get", "/api/contests/{id}/attempts/{attempt}", await farmer.GetAsync(turn));
        await host.RollUpAsync();
        await AssertAsync("get", "/api/contests/{id}/leaderboard", await host.Http.GetAsync(contest + "/leaderboard"));
        await AssertAsync("get", "/api/contests/{id}/standing", await farmer.GetAsync(contest + "/standing"));
        await AssertAsync("get", "/api/contests/{id}/statistics", await host.Http.GetAsync(contest + "/statistics"));
        await AssertFairnessAsync(administrator, contest, paper);
        await AssertRunningAsync(administrator, farmer, contest);
        await AssertAsync("get", "/api/stations", await host.Http.GetAsync("api/stations"));
        var nearest = await host.Http.PostAsJsonAsync("api/stations/nearest", new { latitude = 43.8, longitude = 125.3 });
        await AssertAsync("post", "/api/stations/nearest", nearest);
        await AssertAsync("get", "/api/trainings", await host.Http.GetAsync("api/trainings?near=220102001001"));
        await AssertAsync("get", "/api/stations/{id}", await host.Http.GetAsync("api/stations/st-220104-01"));
        await AssertAsync(
            "post",
            "/api/grants",
            await administrator.PostAsync(
                "api/grants",
                new
                {
                    phone = Farmer.NewPhone(),
                    role = "official",
                    region = "2201",
                }
            )
        );
        await AssertAsync("get", "/api/grants", await administrator.GetAsync("api/grants"));
        await AssertAsync("get", "/api/grants", await farmer.GetAsync("api/grants"));
        await AssertAsync("get", "/api/audit", await administrator.GetAsync("api/audit"));
        await AssertAsync("get", "/api/question-banks", await administrator.GetAsync("api/question-banks"));
        await AssertAsync("get", "/api/question-banks/{id}", await administrator.GetAsync($"api/question-banks/{Farmer.Contest}"));
        await AssertAsync("get", "/api/statistics/{region}", await host.Http.GetAsync("api/statistics/22?period=year"));
        await AssertAsync("get", "/api/statistics/{region}/children", await host.Http.GetAsync("api/statistics/22/children?period=year"));
        await AssertShowcaseAsync(host, administrator, farmer);
        await AssertBanksAsync(host, administrator);
        await AssertTrainingsAsync(host, administrator, farmer);
        await AssertNoticesAsync(host, administrator, farmer);
        await AssertResultsAsync();
        await AssertAsync("get", "/api/statistics/coverage", await host.Http.GetAsync("api/statistics/coverage"));
        await AssertAsync("get", "/api/statistics/reconciliation", await administrator.GetAsync("api/statistics/reconciliation"));
        await AssertAsync("post", "/api/statistics/rebuild", await administrator.PostAsync("api/statistics/rebuild"));
        await AssertAsync("get", "/api/statistics/rebuild", await administrator.GetAsync("api/statistics/rebuild"));
        await AssertAsync("get", "/api/health", await host.Http.GetAsync("api/health"));
        await AssertAsync("delete", "/api/me", await farmer.DeleteAsync("api/me"));
    }

    private static async Task AssertBanksAsync(TestHost host, Farmer administrator)
    {
        foreach (
            var (format, file) in new[]
            {
                ("csv", "题目,A,B,答案\n首都是哪里？,北京,上海,A\n默写一首诗。,,,\n"),
                ("csv", "题目,A,B,答案,题型\n首都是哪里？,北京,上海,A,\n默写一首诗。,,,,简答题\n"),
                ("gift", "="),
            }
        )
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"api/question-banks?format={format}&id=conform")
            {
                Content = new StringContent(file),
            };
            request.Headers.Authorization = new("Bearer", administrator.Token);
            await AssertAsync("post", "/api/question-banks", await host.Http.SendAsync(request));
        }

        await AssertAsync("get", "/api/question-banks/{id}", await administrator.GetAsync("api/question-banks/conform?lang=*"));
        await AssertAsync("get", "/api/question-banks/{id}", await administrator.GetAsync("api/question-banks/none"));
        await AssertAsync("get", "/api/question-bank-template", await host.Http.GetAsync("api/question-bank-template?format=json"));
        (
            await administrator.PostAsync(
                "api/grants",
                new
                {
                    phone = administrator.Phone,
                    role = "official",
                    region = "22",
                }
            )
        ).EnsureSuccessStatusCode();
        const string Publicist = "api/villages/220102001001/publicist";
        await AssertAsync("get", "/api/villages/{code}/publicist", await administrator.GetAsync(Publicist));
        await AssertAsync("put", "/api/villages/{code}/publicist", await administrator.PutAsync(Publicist, new { name = "" }));
        await AssertAsync(
            "put",
            "/api/villages/{code}/publicist",
            await administrator.PutAsync(Publicist, new { name = "赵大爷", phone = Farmer.NewPhone() })
        );
        await AssertAsync("get", "/api/villages/{code}/publicist", await administrator.GetAsync(Publicist));
    }

    private static async Task AssertTrainingsAsync(TestHost host, Farmer official, Farmer farmer)
    {
        var form = Trainings.Class.Form(host, capacity: 1);
        await AssertAsync("post", "/api/trainings", await farmer.PostAsync("api/trainings", form));
        await AssertAsync("post", "/api/trainings", await official.PostAsync("api/trainings", new { programme = "none" }));
        var announced = await official.PostAsync("api/trainings", form);
        await AssertAsync("post", "/api/trainings", announced);
        await AssertAsync("post", "/api/trainings", await official.PostAsync("api/trainings", form));
        var path = $"api/trainings/{(await Farmer.JsonOf(announced))["id"]}";
        await AssertAsync("get", "/api/trainings/{id}", await host.Http.GetAsync(path + "?lang=*"));
        await AssertAsync(
            "put",
            "/api/trainings/{id}",
            await official.PutAsync(
                path,
                Trainings.Class.Form(host, capacity: 2, change: old => new(old) { ["eligibility"] = new { minAge = 18 } })
            )
        );
        await AssertAsync("get", "/api/trainings", await host.Http.GetAsync("api/trainings?region=2201&programme=green-certificate"));
        await AssertAsync("get", "/api/trainings", await host.Http.GetAsync("api/trainings?region=1"));
        await AssertAsync("post", "/api/trainings/{id}/enrolments", await farmer.PostAsync(path + "/enrolments"));
        await AssertAsync(
            "post",
            "/api/trainings/{id}/enrolments",
            await farmer.PostAsync(path + "/enrolments", new { people = new[] { new { phone = Farmer.NewPhone(), name = "王大力" } } })
        );
        var mine = await farmer.GetAsync(path + "/enrolments/me");
        await AssertAsync("get", "/api/trainings/{id}/enrolments/{enrolment}", mine);
        await AssertAsync("get", "/api/trainings/{id}/enrolments/{enrolment}", await farmer.GetAsync(path + "/enrolments/me?format=svg"));
        var ticket = (string)(await Farmer.JsonOf(mine))["ticket"]!;
        await AssertAsync("put", "/api/trainings/{id}/feedback", await farmer.PutAsync(path + "/feedback", new { rating = 5 }));
        await AssertAsync(
            "put",
            "/api/trainings/{id}/sessions/{n}/attendance",
            await official.PutAsync(path + "/sessions/1/attendance", new { tickets = new[] { ticket, "none" } })
        );
        await AssertAsync(
            "put",
            "/api/trainings/{id}/sessions/{n}/attendance",
            await farmer.PutAsync(path + "/sessions/1/attendance", new { tickets = new[] { ticket } })
        );
        await AssertAsync("put", "/api/trainings/{id}/feedback", await farmer.PutAsync(path + "/feedback", new { rating = 5 }));
        await AssertAsync("post", "/api/trainings/{id}/complete", await official.PostAsync(path + "/complete", new { minHours = 1 }));
        host.Time.Advance(TimeSpan.FromDays(5));
        var completed = await official.PostAsync(path + "/complete", new { minHours = 1 });
        await AssertAsync("post", "/api/trainings/{id}/complete", completed);
        var certificate = $"api/certificates/{(await Farmer.JsonOf(completed))["items"]![0]!["certificate"]}";
        foreach (var format in new[] { "json", "svg", "html" })
            await AssertAsync("get", "/api/certificates/{number}", await host.Http.GetAsync($"{certificate}?format={format}"));
        await AssertAsync("delete", "/api/certificates/{number}", await official.DeleteAsync(certificate, new { reason = "代签到" }));
        foreach (var format in new[] { "json", "xlsx", "csv" })
            await AssertAsync("get", "/api/trainings/{id}/enrolments", await official.GetAsync($"{path}/enrolments?format={format}"));
        await AssertAsync("get", "/api/me/trainings", await farmer.GetAsync("api/me/trainings"));
        await AssertAsync("get", "/api/trainings/{id}/calendar", await host.Http.GetAsync(path + "/calendar"));
        await AssertAsync(
            "delete",
            "/api/trainings/{id}/sessions/{n}/attendance/{ticket}",
            await official.DeleteAsync($"{path}/sessions/1/attendance/{ticket}")
        );
        await AssertAsync("delete", "/api/trainings/{id}/enrolments/{enrolment}", await farmer.DeleteAsync(path + "/enrolments/me"));
        await AssertCourseAsync(host, official, farmer, path);
        await AssertAsync("delete", "/api/trainings/{id}", await official.DeleteAsync(path));
        await AssertAsync("post", "/api/trainings/{id}/enrolments", await farmer.PostAsync(path + "/enrolments"));
    }

    private static async Task AssertCourseAsync(TestHost host, Farmer official, Farmer farmer, string path)
    {
        const string Messages = "/api/trainings/{id}/messages";
        await AssertAsync("post", Messages, await official.PostAsync(path + "/messages", new { to = "all", text = "请带笔记本" }));
        await AssertAsync("post", Messages, await official.PostAsync(path + "/messages", new { to = "none", text = "" }));
        var start = host.Time.GetUtcNow().AddDays(30);
        var sessions = new { sessions = new[] { new { startsAt = start, endsAt = start.AddHours(2) } } };
        await AssertAsync("post", "/api/trainings/{id}/copies", await official.PostAsync(path + "/copies", sessions));
        await AssertAsync("post", "/api/trainings/{id}/copies", await official.PostAsync(path + "/copies", sessions));
        var announced = await official.PostAsync("api/trainings", Trainings.Courses.Form(host));
        await AssertAsync("post", "/api/trainings", announced);
        var course = $"api/trainings/{(await Farmer.JsonOf(announced))["id"]}";
        var answers = new
        {
            answers = new
            {
                diet = "2",
                allergy = "花生",
                transport = "yes",
            },
        };
        var enrolled = await farmer.PostAsync(course + "/enrolments", answers);
        await AssertAsync("post", "/api/trainings/{id}/enrolments", enrolled);
        var admitted = new { admitted = new[] { (string)(await Farmer.JsonOf(enrolled))["enrolment"]! } };
        await AssertAsync("post", "/api/trainings/{id}/selection", await official.PostAsync(course + "/selection", admitted));
        await AssertAsync("get", "/api/trainings/{id}/summary", await official.GetAsync(course + "/summary"));
        await AssertAsync("get", "/api/trainings/{id}/selection", await host.Http.GetAsync(course + "/selection"));
        await AssertAsync("get", "/api/trainings/{id}/enrolments", await official.GetAsync(course + "/enrolments"));
    }

    private static async Task AssertNoticesAsync(TestHost host, Farmer administrator, Farmer farmer)
    {
        for (var others = 0; others < 5; others++)
            await Farmer.SignUpAsync(host);
        await host.RollUpAsync();
        var notice = new
        {
            title = new { zh = "通知", ko = "통지" },
            text = new { zh = "明天停水。" },
            places = new[] { "220102001001" },
            audience = new { minAge = 18, gender = "2" },
            channel = "inbox",
        };
        await AssertAsync("post", "/api/notices", await farmer.PostAsync("api/notices", notice));
        await AssertAsync("post", "/api/notices", await administrator.PostAsync("api/notices", new { places = NoPlace }));
        await AssertAsync("post", "/api/notices", await administrator.PostAsync("api/notices", new { places = Province, preview = true }));
        var sent = await administrator.PostAsync("api/notices", notice);
        await AssertAsync("post", "/api/notices", sent);
        await AssertAsync("get", "/api/notices", await administrator.GetAsync("api/notices?region=22&lang=*"));
        await AssertAsync("get", "/api/inbox", await farmer.GetAsync("api/inbox?lang=*"));
        await AssertAsync("put", "/api/inbox/read", await farmer.PutAsync("api/inbox/read", new { upTo = host.Time.GetUtcNow() }));
        var path = $"api/notices/{(await Farmer.JsonOf(sent))["id"]}";
        await AssertAsync("post", "/api/notices/{id}/approve", await administrator.PostAsync($"{path}/approve"));
        await AssertAsync("delete", "/api/notices/{id}", await administrator.DeleteAsync(path));
    }

    private static async Task AssertRunningAsync(Farmer administrator, Farmer farmer, string contest)
    {
        var closesAt = (DateTimeOffset)(await Farmer.JsonOf(await farmer.GetAsync(contest)))["closesAt"]!;
        var changes = contest + "/changes";
        await AssertAsync("post", "/api/contests/{id}/changes", await administrator.PostAsync(changes));
        var later = new { closesAt = closesAt.AddDays(1), reason = "停电" };
        await AssertAsync("post", "/api/contests/{id}/changes", await administrator.PostAsync(changes, later));
        await AssertAsync("post", "/api/contests/{id}/copies", await administrator.PostAsync(contest + "/copies"));
        var allowance = new
        {
            phone = farmer.Phone,
            attempts = 1,
            reason = "掉线",
        };
        await AssertAsync("post", "/api/contests/{id}/allowances", await administrator.PostAsync(contest + "/allowances", allowance));
        await AssertAsync("get", "/api/contests/{id}/flags", await administrator.GetAsync(contest + "/flags"));
        var question = (await Farmer.JsonOf(await farmer.GetAsync(contest + "/attempts")))["items"]![0]!["attempt"];
        var paper = await Farmer.JsonOf(await farmer.GetAsync($"{contest}/attempts/{question}"));
        var reports = $"{contest}/questions/{paper["paper"]!["questions"]![0]!["id"]}/reports";
        await AssertAsync(
            "post",
            "/api/contests/{id}/questions/{question}/reports",
            await farmer.PostAsync(reports, new { reason = "typo" })
        );
        await AssertAsync("post", "/api/contests/{id}/questions/{question}/reports", await farmer.PostAsync(reports));
        await AssertAsync("get", "/api/contests/{id}/reports", await administrator.GetAsync(contest + "/reports"));
        await AssertAsync("get", "/api/contests/{id}/preview", await administrator.GetAsync(contest + "/preview"));
    }

    private async Task AssertResultsAsync()
    {
        await using var ending = await Ending.BeginAsync(storage);
        var (farmer, _) = await ending.TakePartAsync();
        var (path, on) = ("/api/contests/{id}", ending.Path);
        await AssertAsync("get", path + "/results", await ending.Host.Http.GetAsync(on + "/results"));
        await AssertAsync("get", path + "/lots", await ending.Host.Http.GetAsync(on + "/lots"));
        await AssertAsync("post", path + "/results", await ending.FreezeAsync());
        await ending.CloseAsync();
        await AssertAsync("post", path + "/results", await ending.FreezeAsync());
        await AssertAsync("get", path + "/lots", await ending.Host.Http.GetAsync(on + "/lots"));
        await AssertAsync("get", path + "/standing", await farmer.GetAsync(on + "/standing"));
        ending.Host.Time.Advance(TimeSpan.FromDays(2));
        await AssertAsync("post", path + "/draw", await ending.EnterAsync(ending.First));
        await AssertAsync("post", path + "/draw", await ending.EnterAsync(ending.Second));
        var objected = await farmer.PostAsync(on + "/objections", new { text = "有误" });
        await AssertAsync("post", path + "/objections", objected);
        await AssertAsync("get", path + "/objections", await farmer.GetAsync(on + "/objections"));
        var answer = $"{on}/objections/{(await Farmer.JsonOf(objected))["id"]}/answer";
        await AssertAsync("post", path + "/objections/{objection}/answer", await ending.First.PostAsync(answer, new { text = "已复核" }));
        await ending.EndAsync();
        await AssertAsync("get", path + "/results", await ending.Host.Http.GetAsync(on + "/results?lang=*"));
        await AssertAsync("get", path + "/results/workbook", await ending.First.GetAsync(on + "/results/workbook"));
        var mine = await farmer.GetAsync("api/me/prizes");
        await AssertAsync("get", "/api/me/prizes", mine);
        var prize = (string)(await Farmer.JsonOf(mine))["items"]![0]!["id"]!;
        var claimed = await farmer.PutAsync($"api/me/prizes/{prize}", new { by = "station", name = "王小明" });
        await AssertAsync("put", "/api/me/prizes/{id}", claimed);
        await AssertAsync("get", "/api/prizes", await ending.First.GetAsync("api/prizes?region=22"));
        await AssertAsync("post", "/api/prizes/{id}/handed-out", await ending.First.PostAsync($"api/prizes/{prize}/handed-out"));
    }

    private static async Task AssertFairnessAsync(Farmer administrator, string contest, JsonNode paper)
    {
        const string Path = "/api/contests/{id}/disqualifications";
        var body = new { attempt = (string)paper["attempt"]!, reason = "代答" };
        var disqualified = await administrator.PostAsync(contest + "/disqualifications", body);
        await AssertAsync("post", Path, disqualified);
        await AssertAsync("post", Path, await administrator.PostAsync(contest + "/disqualifications", body));
        await AssertAsync("post", Path, await administrator.PostAsync(contest + "/disqualifications"));
        await AssertAsync("get", Path, await administrator.GetAsync(contest + "/disqualifications"));
        var id = (string)(await Farmer.JsonOf(disqualified))["id"]!;
        await AssertAsync("delete", Path + "/{disqualification}", await administrator.DeleteAsync($"{contest}/disqualifications/{id}"));
    }

    private static async Task AssertShowcaseAsync(TestHost host, Farmer administrator, Farmer farmer)
    {
        foreach (var role in new[] { "reviewer", "jury" })
            await administrator.PostAsync(
                "api/grants",
                new
                {
                    phone = administrator.Phone,
                    role,
                    region = "22",
                }
            );
        await AssertAsync("get", "/api/campaigns", await host.Http.GetAsync("api/campaigns"));
        await AssertAsync("get", "/api/campaigns/{id}/results", await host.Http.GetAsync($"api/campaigns/{Filmmaker.Campaign}/results"));
        await AssertAsync("post", "/api/videos", await farmer.PostAsync("api/videos", Filmmaker.Announcement(0)));
        var opened = await farmer.PostAsync("api/videos", Filmmaker.Announcement(Clip.Field.Length));
        await AssertAsync("post", "/api/videos", opened);
        var upload = await Farmer.JsonOf(opened);
        var video = $"api/videos/{upload["id"]}";
        await AssertAsync("post", "/api/videos/{id}/upload", await farmer.PostAsync(video + "/upload"));
        await AssertAsync("post", "/api/videos/{id}/submit", await farmer.PostAsync(video + "/submit"));
        await Filmmaker.UploadBothAsync(upload);
        await AssertAsync("post", "/api/videos/{id}/submit", await farmer.PostAsync(video + "/submit"));
        await AssertAsync("get", "/api/reviews", await administrator.GetAsync("api/reviews?region=22"));
        await AssertAsync("post", "/api/videos/{id}/reviews", await administrator.DecideAsync((string)upload["id"]!, "publish"));
        await AssertAsync("get", "/api/me/videos", await farmer.GetAsync("api/me/videos"));
        await AssertAsync("get", "/api/videos/{id}", await host.Http.GetAsync(video));
        await AssertAsync("put", "/api/videos/{id}/like", await farmer.PutAsync(video + "/like", new { }));
        await AssertAsync("delete", "/api/videos/{id}/like", await farmer.DeleteAsync(video + "/like"));
        await AssertAsync("post", "/api/videos/{id}/views", await farmer.PostAsync(video + "/views"));
        await AssertAsync("get", "/api/videos/{id}/reactions", await farmer.GetAsync(video + "/reactions"));
        await AssertAsync("put", "/api/videos/{id}/vote", await farmer.PutAsync(video + "/vote", new { }));
        await AssertAsync("post", "/api/videos/{id}/scores", await administrator.PostAsync(video + "/scores", new { score = 1 }));
        await AssertAsync("post", "/api/videos/{id}/reports", await farmer.ReportAsync((string)upload["id"]!, "不对"));
        await AssertAsync("get", "/api/videos/{id}/reports", await administrator.GetAsync(video + "/reports"));
        await host.RollUpAsync();
        await AssertAsync("get", "/api/reviews", await administrator.GetAsync("api/reviews?region=22&reported=true"));
        await AssertAsync("get", "/api/videos", await host.Http.GetAsync("api/videos"));
        await AssertAsync("get", "/api/videos", await host.Http.GetAsync("api/videos?sort=popular&lang=*"));
        await AssertAsync("get", "/api/campaigns/{id}/results", await host.Http.GetAsync($"api/campaigns/{Filmmaker.Campaign}/results"));
        await AssertAsync("post", "/api/videos/{id}/appeals", await farmer.PostAsync(video + "/appeals", new { text = "没有下架" }));
        await AssertAsync("delete", "/api/videos/{id}", await administrator.DeleteAsync(video));
        await AssertAsync("delete", "/api/videos/{id}", await administrator.TakeDownAsync((string)upload["id"]!));
        await AssertAsync("post", "/api/videos/{id}/appeals", await farmer.PostAsync(video + "/appeals", new { text = "内容没有问题" }));
        await AssertAsync("get", "/api/reviews", await administrator.GetAsync("api/reviews?region=22"));
        await AssertAsync("delete", "/api/videos/{id}", await farmer.DeleteAsync(video));
    }

    [Fact]
    public async Task A_wrong_answer_would_be_noticed()
    {
        var wrong = new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new { status = "ok", version = 1 }) };
        await Assert.ThrowsAnyAsync<Exception>(() => AssertAsync("get", "/api/health", wrong));
    }

    private static async Task AssertAsync(string method, string path, HttpResponseMessage answer)
    {
        var status = ((int)answer.StatusCode).ToString(null, null);
        var response = Document["paths"]![path]![method]!["responses"]![status];
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(response is not null, $"{method} {path} answers {status}, which is not in the document: {body}");
        if (answer.StatusCode == HttpStatusCode.OK)
            Assert.True(
                Document["paths"]![path]![method]!["responses"]!["304"] is not null == answer.Headers.ETag is not null,
                $"{method} {path} has the ETag {answer.Headers.ETag}"
            );
        if (response["content"] is not { } content)
        {
            Assert.Empty(body);
            return;
        }

        var type = answer.Content.Headers.ContentType!.MediaType!;
        Assert.True(content[type] is not null, $"{method} {path} {status} answers {type}");
        if (!type.EndsWith("json", StringComparison.Ordinal))
            return;
        // Not at the root itself: where that is a reference, NJsonSchema looks for the others behind it.
        var root = new JsonObject
        {
            ["allOf"] = new JsonArray(content[type]!["schema"]!.DeepClone()),
            ["definitions"] = Document["components"]!["schemas"]!.DeepClone(),
        };
        var schema = await JsonSchema.FromJsonAsync(
            root.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal)
        );
        var errors = schema.Validate(body);
        Assert.True(errors.Count == 0, $"{method} {path} {status}: {string.Join("; ", errors)} in {body}");
    }

    private static IEnumerable<(string Method, string Path, JsonObject Node)> Operations() =>
        Document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (operation.Key, path.Key, operation.Value!.AsObject())));

    private static IEnumerable<(string Method, string Route, string Name)> Functions() =>
        from type in typeof(Composition).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is { Route: not null } && trigger.Route != CatchAll
        from verb in trigger.Methods ?? []
        select (verb, "/" + trigger.Route, function.Name);

    private static IEnumerable<string> References(JsonNode? node) =>
        node switch
        {
            JsonObject fields => fields.SelectMany(field => field.Key == "$ref" ? [(string)field.Value!] : References(field.Value)),
            JsonArray items => items.SelectMany(References),
            _ => [],
        };
}
