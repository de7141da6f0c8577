using EStation.Contests;
using EStation.Contests.Results;
using EStation.Showcase;
using EStation.Statistics.Reconciliation;
using EStation.Trainings;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Testing;

/// <summary>One person does everything that leaves something in storage, in person and by roles.</summary>
internal static class Life
{
    private const string AdministratorPhone = "13900000001";
    private static readonly string[] FirstOption = ["1"];

    /// <summary>A host for <see cref="LiveAsync"/>.</summary>
    public static Task<TestHost> StartAsync(TestStorage storage) =>
        TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Administrators"] = $"{AdministratorPhone},{Ending.SecondPhone}" });

    /// <summary>Takes part in everything; then, with every role, handles others' things and one's own.</summary>
    public static async Task<Farmer> LiveAsync(TestHost host, string name)
    {
        var person = await Farmer.SignUpAsync(host, name: name);
        var profile = new
        {
            name,
            village = Class.Village,
            gender = "2",
            birthYear = 1980,
            ethnicGroup = "01",
            language = "zh",
            consent = new { version = "2026-01", guardian = name },
        };
        (await person.PutAsync("api/me", profile)).EnsureSuccessStatusCode();
        var paper = await person.StartAsync();
        await Farmer.JsonOf(await person.SubmitAsync(paper, Farmer.Guess(paper)));
        var oneByOne = await OwnContests.PublishAsync(host, "one-by-one", rules => rules with { PerQuestion = true });
        var first = await person.StartAsync(oneByOne);
        await Farmer.JsonOf(
            await person.PutAsync($"api/contests/{oneByOne}/attempts/{first["attempt"]}/questions/1", new { options = FirstOption })
        );

        var ending = await Ending.OnAsync(host);
        paper = await person.StartAsync(ending.Id);
        await Farmer.JsonOf(await person.SubmitAsync(paper, Farmer.Guess(paper), ending.Id));

        object?[] questions =
        [
            new
            {
                id = "wish",
                text = new { zh = "想学什么" },
                kind = "text",
            },
        ];
        var training = await Class.AnnounceAsync(host, capacity: 5, form => new(form) { ["questions"] = questions });
        var ticket = (string)(await training.SignUpAsync(person, new { answers = new { wish = name + "想学嫁接" } }))["ticket"]!;
        (await training.Official.PostAsync($"{training.Path}/messages", new { to = "all", text = "请带本子" })).EnsureSuccessStatusCode();
        await training.SignUpAsync(person, new { people = new[] { new { phone = Farmer.NewPhone(), name = "家人" } } });
        await MakeFilmsAsync(host, person, training.Official, name);
        await ActAsync(host, person, training.Official, name);
        host.Time.Advance(TimeSpan.FromDays(2) + TimeSpan.FromHours(12));
        await training.MarkAsync(1, ticket);
        host.Time.Advance(TimeSpan.FromDays(2));
        await training.CompleteAsync(new { enrolments = new[] { await training.EnrolmentOfAsync(person) } });
        await Farmer.JsonOf(await person.PutAsync($"{training.Path}/feedback", new { rating = 5, comment = name + "：很好" }));
        await WinAsync(host, ending, person, name);
        await BeToldAsync(host, person, name);
        (
            await person.PostAsync(
                "api/grants",
                new
                {
                    phone = "13900000077",
                    role = "official",
                    region = "22",
                }
            )
        ).Dispose();
        return person;
    }

    /// <summary>What the staff stores that says nothing of a person: a station, a draft, a rebuild.</summary>
    /// <param name="person">Who has lived here, with every role in the province.</param>
    public static async Task ManageAsync(TestHost host, Farmer person)
    {
        var administrator = await Farmer.SignInAsync(host, AdministratorPhone);
        var station = new
        {
            name = new { zh = "测试村科普中国乡村e站" },
            village = Class.Village,
            address = "村委会院内",
            latitude = 43.9,
            longitude = 125.3,
            opening = "周一至周五",
            haves = new
            {
                network = true,
                staff = true,
                premises = true,
                activities = true,
                terminals = true,
            },
        };
        var id = (string)(await Farmer.JsonOf(await administrator.PostAsync("api/stations", station)))["id"]!;
        await Farmer.JsonOf(await person.PostAsync($"api/stations/{id}/reviews", new { decision = "approve" }));
        var reviewer = new
        {
            phone = AdministratorPhone,
            role = "reviewer",
            region = "22",
        };
        (await person.PostAsync("api/grants", reviewer)).EnsureSuccessStatusCode();
        await Farmer.JsonOf(await administrator.PostAsync($"api/stations/{id}/reviews", new { decision = "approve" }));
        var now = host.Time.GetUtcNow();
        var contest = new
        {
            title = new { zh = "县赛", ko = "현 경연" },
            questionBank = Farmer.Contest,
            region = "22",
            opensAt = now.AddDays(1),
            closesAt = now.AddDays(8),
            draw = new { count = 4 },
            questionSeconds = 30,
            attemptsPerDay = 1,
            passMark = 1,
        };
        var draft = (string)(await Farmer.JsonOf(await person.PostAsync("api/contests", contest)))["id"]!;
        await Farmer.JsonOf(await person.PostAsync($"api/contests/{draft}/publish"));
        await Farmer.JsonOf(await person.PutAsync("api/me/preferences", new { signedUpByOthers = false }));
        (await administrator.PostAsync("api/statistics/rebuild")).EnsureSuccessStatusCode();
        var training = (string)(await Farmer.JsonOf(await person.PostAsync("api/trainings", Class.Form(host, capacity: 7))))["id"]!;
        (await person.DeleteAsync($"api/trainings/{training}", new { reason = "停电" })).EnsureSuccessStatusCode();
        await ActivatorUtilities.CreateInstance<ReconcileStatistics>(host.Services).Run(new(), CancellationToken.None);
    }

    /// <summary>Sends a notice to many, one to few, reads the inbox, and tells others.</summary>
    private static async Task BeToldAsync(TestHost host, Farmer person, string name)
    {
        for (var others = 0; others < 5; others++)
            await Farmer.SignUpAsync(host);
        await host.RollUpAsync();
        var notice = new
        {
            title = new { zh = "通知" },
            text = new { zh = "明天停水" },
            places = new[] { Class.Village },
            channel = "message",
        };
        await Farmer.JsonOf(await person.PostAsync("api/notices", notice));
        await Farmer.JsonOf(await person.PostAsync("api/notices", new { places = new[] { Class.Village }, preview = true }));
        host.Time.Advance(TimeSpan.FromMinutes(6));
        await host.RollUpAsync();
        host.Time.Advance(TimeSpan.FromMinutes(6));
        await host.RollUpAsync();
        await Farmer.JsonOf(await person.GetAsync("api/inbox"));
        (await person.PutAsync("api/inbox/read", new { upTo = host.Time.GetUtcNow() })).EnsureSuccessStatusCode();
        var reviewer = await Stage.ReviewerAsync(host);
        foreach (var part in new[] { "上", "下" })
        {
            var film = await person.SubmitVideoAsync(title: name + part);
            await Farmer.JsonOf(await reviewer.DecideAsync(film, "return"));
            await host.RollUpAsync(); // the second one's message waits
        }

        var cancelled = await Class.AnnounceAsync(host, capacity: 8);
        await cancelled.SignUpAsync(person);
        (await cancelled.Official.DeleteAsync(cancelled.Path)).EnsureSuccessStatusCode();
        await host.RollUpAsync();
    }

    /// <summary>Freezes a contest by a role, wins in it, objects and claims.</summary>
    private static async Task WinAsync(TestHost host, Ending ending, Farmer person, string name)
    {
        await host.RollUpAsync();
        (await ending.FreezeAsync(by: person)).EnsureSuccessStatusCode();
        host.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        (await ending.EnterAsync(ending.First)).EnsureSuccessStatusCode();
        (await ending.EnterAsync(ending.Second)).EnsureSuccessStatusCode();
        var objection = await Farmer.JsonOf(await person.PostAsync($"{ending.Path}/objections", new { text = name + "的成绩有误" }));
        (
            await ending.First.PostAsync($"{ending.Path}/objections/{objection["id"]}/answer", new { text = "已复核" })
        ).EnsureSuccessStatusCode();
        await ending.EndAsync();
        var prizes = await Farmer.JsonOf(await person.GetAsync("api/me/prizes"));
        var claim = new
        {
            by = "post",
            name,
            address = "幸福路八号",
        };
        (await person.PutAsync($"api/me/prizes/{prizes["items"]![0]!["id"]}", claim)).EnsureSuccessStatusCode();
        await host.RollUpAsync();
    }

    private static async Task MakeFilmsAsync(TestHost host, Farmer person, Farmer administrator, string name)
    {
        var reviewer = await Stage.ReviewerAsync(host);
        var own = await person.SubmitVideoAsync();
        await Farmer.JsonOf(await reviewer.DecideAsync(own, "publish"));
        var others = await Stage.PublishAsync(host, reviewer, title: "别人的");
        (await person.PutAsync($"api/videos/{others}/like", new { })).EnsureSuccessStatusCode();
        (await person.PostAsync($"api/videos/{others}/views")).EnsureSuccessStatusCode();
        (await person.PutAsync($"api/videos/{others}/vote", new { })).EnsureSuccessStatusCode();
        (await person.PostAsync($"api/videos/{others}/reports", new { reason = name + "认为不妥" })).EnsureSuccessStatusCode();
        (await administrator.PutAsync("api/villages/220102001001/publicist", new { name, phone = person.Phone })).Dispose();
    }

    /// <summary>Disqualifies and is disqualified; all of it is undone.</summary>
    private static async Task CorrectAsync(Farmer person, Farmer administrator, string name)
    {
        const string Path = $"api/contests/{Farmer.Contest}/disqualifications";
        var attempts = await Farmer.JsonOf(await person.GetAsync($"api/contests/{Farmer.Contest}/attempts"));
        var attempt = await Farmer.JsonOf(await person.GetAsync($"api/contests/{Farmer.Contest}/attempts/{attempts["items"]![0]!["attempt"]}"));
        var change = new { question = (string)attempt["paper"]!["questions"]![0]!["id"]!, @void = true };
        await Farmer.JsonOf(
            await person.PostAsync($"api/contests/{Farmer.Contest}/regrades", new { changes = new[] { change }, reason = "答案有误" })
        );
        var reason = name + "代答";
        foreach (
            var (one, other, body) in new (Farmer, Farmer, object)[]
            {
                (administrator, person, new { attempt = (string)attempts["items"]![0]!["attempt"]!, reason }),
                (person, administrator, new { person = person.Id, reason }),
            }
        )
        {
            var disqualified = await one.PostAsync(Path, body);
            (await other.DeleteAsync($"{Path}/{(await Farmer.JsonOf(disqualified))["id"]}")).EnsureSuccessStatusCode();
        }
    }

    private static async Task ActAsync(TestHost host, Farmer person, Farmer administrator, string name)
    {
        (await person.GetAsync("api/grants")).Dispose(); // refused, which is recorded
        foreach (var role in new[] { "official", "reviewer", "jury", "administrator" })
            (
                await administrator.PostAsync(
                    "api/grants",
                    new
                    {
                        phone = person.Phone,
                        role,
                        region = "22",
                    }
                )
            ).EnsureSuccessStatusCode();
        host.Time.Advance(TimeSpan.FromMinutes(2));
        (
            await administrator.PostAsync(
                "api/grants",
                new
                {
                    phone = AdministratorPhone,
                    role = "official",
                    region = "22",
                }
            )
        ).EnsureSuccessStatusCode();
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await CorrectAsync(person, administrator, name);
        (await administrator.PutAsync("api/villages/220102001001/publicist", new { name, phone = person.Phone })).EnsureSuccessStatusCode();
        var (guest, filmmaker) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        (
            await person.PostAsync(
                "api/grants",
                new
                {
                    phone = guest.Phone,
                    role = "official",
                    region = "220102",
                }
            )
        ).EnsureSuccessStatusCode();

        var campaign = (string)
            (await Farmer.JsonOf(await administrator.PostAsync("api/campaigns", Stage.Campaign(host.Time.GetUtcNow()))))["id"]!;
        var film = await filmmaker.SubmitVideoAsync(title: "待审", campaign: campaign);
        (await person.DecideAsync(film, "publish")).EnsureSuccessStatusCode();
        await host.RollUpAsync();
        (await guest.PutAsync($"api/videos/{film}/vote", new { })).EnsureSuccessStatusCode();
        await host.RollUpAsync();
        host.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        (await person.PostAsync($"api/videos/{film}/scores", new { score = 80 })).EnsureSuccessStatusCode();

        var training = (string)(await Farmer.JsonOf(await person.PostAsync("api/trainings", Class.Form(host, capacity: 3))))["id"]!;
        var signedUp = await Farmer.JsonOf(
            await person.PostAsync(
                $"api/trainings/{training}/enrolments",
                new { people = new[] { new { phone = guest.Phone, name = "客人" } } }
            )
        );
        Assert.NotNull(signedUp);
        (await person.GetAsync($"api/trainings/{training}/enrolments")).EnsureSuccessStatusCode();
    }
}
