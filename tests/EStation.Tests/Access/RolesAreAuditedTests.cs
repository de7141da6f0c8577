using System.Net;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using EStation.Banks.Sheets;
using EStation.Showcase;
using EStation.Testing;
using EStation.Trainings;

namespace EStation.Access;

/// <summary>Whoever uses a role to change something is in the audit.</summary>
public partial class RolesAreAuditedTests(TestStorage storage)
{
    [Fact]
    public void Every_function_that_changes_something_by_a_role_records_it()
    {
        var verbs = Directory
            .EnumerateFiles(Path.Combine(SourceTree.Root, "functions"), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Source: File.ReadAllText(file)))
            .Where(verb => Changes().IsMatch(verb.Source) && NeedsARole().IsMatch(verb.Source))
            .ToList();
        Assert.InRange(verbs.Count, 20, 200); // the sources were found and read
        Assert.Empty(verbs.Where(verb => !verb.Source.Contains("RecordAsync(", StringComparison.Ordinal)).Select(verb => verb.Name));
    }

    [Fact]
    public async Task Holding_a_training_leaves_an_entry_for_each_deed()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var (_, ticket) = await training.TicketAsync();
        await training.MarkAsync(1, ticket);
        (await training.Official.DeleteAsync($"{training.Path}/sessions/1/attendance/{ticket}")).EnsureSuccessStatusCode();
        await training.MarkAsync(1, ticket);
        await training.CompleteAsync(new { minHours = 1 });
        await Farmer.JsonOf(await training.Official.PutAsync(training.Path, Class.Form(host, capacity: 9)));
        (await training.Official.DeleteAsync(training.Path)).EnsureSuccessStatusCode();
        Assert.Equal(
            ["AnnounceTraining", "CancelTraining", "ChangeTraining", "CompleteTraining", "CorrectAttendance", "MarkAttendance"],
            new TableClient(host.ConnectionString, "Audit")
                .Query<TableEntity>()
                .Where(row =>
                    row.GetBoolean("Allowed") == true && row.GetString("Subject").StartsWith(training.Id, StringComparison.Ordinal)
                )
                .Select(row => row.GetString("Action"))
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task What_is_repeated_because_it_could_not_be_recorded_is_recorded_then()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        await RoleAsync("official");
        var (video, removed) = (
            await (await Farmer.SignUpAsync(host)).SubmitVideoAsync(),
            await Stage.PublishAsync(host, reviewer, campaign: null)
        );
        await RepeatAsync("PostGrant", () => RoleAsync("official", Class.Village));
        await RepeatAsync("AnnounceTraining", () => reviewer.PostAsync("api/trainings", Class.Form(host)));
        await RepeatAsync("PostQuestionBank", ImportAsync);
        var draft = (string)
            (await Farmer.JsonOf(await RepeatAsync("PostContest", () => reviewer.PostAsync("api/contests", Contest(1)))))["id"]!;
        await RepeatAsync("PutContest", () => reviewer.PutAsync($"api/contests/{draft}", Contest(2)));
        await RepeatAsync("PublishContest", () => reviewer.PostAsync($"api/contests/{draft}/publish"));
        await RepeatAsync("PostCampaign", () => reviewer.PostAsync("api/campaigns", Stage.Campaign(host.Time.GetUtcNow())));
        var station = (string)
            (await Farmer.JsonOf(await RepeatAsync("PostStation", () => reviewer.PostAsync("api/stations", Station()))))["id"]!;
        await RepeatAsync("PutStation", () => reviewer.PutAsync($"api/stations/{station}", Station("9:00-17:00")));
        await RepeatAsync("PostStationReview", () => reviewer.PostAsync($"api/stations/{station}/reviews", new { decision = "approve" }));
        await RepeatAsync("ReviewVideo", () => reviewer.DecideAsync(video, "publish"));
        await RepeatAsync("RemoveVideo", () => reviewer.TakeDownAsync(removed));

        Task<HttpResponseMessage> RoleAsync(string role, string region = "22") =>
            reviewer.PostAsync(
                "api/grants",
                new
                {
                    phone = Stage.FirstReviewer,
                    role,
                    region,
                }
            );

        Task<HttpResponseMessage> ImportAsync()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "api/question-banks?format=csv&id=own")
            {
                Content = new ByteArrayContent(BankTemplate.In(Banks.BankFormat.Csv)),
            };
            request.Headers.Authorization = new("Bearer", reviewer.Token);
            return host.Http.SendAsync(request);
        }

        object Contest(int passMark) =>
            new
            {
                title = new { zh = "县赛" },
                questionBank = "own",
                region = "22",
                opensAt = host.Time.GetUtcNow().AddDays(1),
                closesAt = host.Time.GetUtcNow().AddDays(2),
                draw = new { count = 2 },
                questionSeconds = 60,
                attemptsPerDay = 1,
                passMark,
            };

        // The audit is away until the request has failed: what it did is done.
        async Task<HttpResponseMessage> RepeatAsync(string action, Func<Task<HttpResponseMessage>> ask)
        {
            host.Meter.Faults = (request, when) =>
                when == When.BeforeSending && request.Method == Azure.Core.RequestMethod.Put && IsAudit(request)
                    ? Fault.Disconnect
                    : Fault.None;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await ask()).StatusCode);
            host.Meter.Faults = (_, _) => Fault.None;
            var before = Entries(action);
            var answer = await ask();
            Assert.True(answer.IsSuccessStatusCode, $"{action}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            Assert.True(Entries(action) > before, $"{action} is not in the audit");
            return answer;
        }

        int Entries(string action) =>
            new TableClient(host.ConnectionString, "Audit").Query<TableEntity>().Count(row => row.GetString("Action") == action);

        static bool IsAudit(Azure.Core.Request request) => request.Uri.Path.Contains("/Audit(", StringComparison.Ordinal);
    }

    private static object Station(string opening = "8:00-16:00") =>
        new
        {
            name = new { zh = "南关e站" },
            village = Class.Village,
            address = "村部",
            latitude = 43.8,
            longitude = 125.3,
            opening,
            haves = new
            {
                network = true,
                staff = true,
                premises = true,
                activities = true,
                terminals = true,
            },
        };

    [GeneratedRegex(@"HttpTrigger\(AuthorizationLevel\.Anonymous, ""(post|put|delete)""")]
    private static partial Regex Changes();

    [GeneratedRegex(@"\[Access\(Role\.|\.RefuseAsync\(")]
    private static partial Regex NeedsARole();
}
