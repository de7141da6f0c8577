using System.Globalization;
using System.Text.Json.Nodes;
using EStation.Banks;
using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.Counting;
using EStation.Identity;
using EStation.Inbox;
using EStation.Regions;
using EStation.Statistics.Reconciliation;
using EStation.Testing;

namespace EStation.Contests.Regrades;

/// <summary>A contest of 40 questions, whose option <c>a</c> is right, with two administrators from the settings.</summary>
internal sealed class RegradeScene
{
    public const string Contest = "regraded";
    public const int PassMark = 4;
    public const string FirstPhone = "13900000001";
    public const string SecondPhone = "13900000002";

    public static readonly IReadOnlyDictionary<string, string?> Settings = new Dictionary<string, string?>
    {
        ["Administrators"] = $"{FirstPhone},{SecondPhone}",
    };

    public static readonly RegionCode[] Villages =
    [
        .. "220102001001 220102001002 220102002001 220103002001 220202001001 222401001001"
            .Split(' ')
            .Select(code => RegionCode.Parse(code)),
    ];

    private RegradeScene(TestHost host, Farmer first, Farmer second) => (Host, First, Second) = (host, first, second);

    public TestHost Host { get; }

    public Farmer First { get; }

    public Farmer Second { get; }

    public static async Task<RegradeScene> StartAsync(TestStorage storage)
    {
        var host = await TestHost.StartAsync(storage, Settings);
        await PublishAsync(host);
        return new RegradeScene(host, await Farmer.SignInAsync(host, FirstPhone), await Farmer.SignInAsync(host, SecondPhone));
    }

    /// <summary>Attempts that were started and submitted, without the way through HTTP; every third person has two.</summary>
    public async Task<int> GenerateAsync(int people, int from = 0)
    {
        var contest = (await Host.Get<ContestTable>().FindAsync(Contest))!;
        var attempts = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(from, people),
            new ParallelOptions { MaxDegreeOfParallelism = 64 },
            async (number, _) =>
            {
                Best? best = null;
                for (var ordinal = 1; ordinal <= (number % 3 == 0 ? 2 : 1); ordinal++)
                {
                    best = await SubmitAsync(contest, number, ordinal, best);
                    Interlocked.Increment(ref attempts);
                }
            }
        );
        return attempts;
    }

    private async Task<Best> SubmitAsync(PublishedContest contest, int number, int ordinal, Best? best)
    {
        var random = new Random((number * 10) + ordinal);
        var started = Host.Time.GetUtcNow().AddMinutes(-30 + (ordinal * 9));
        var village = Villages[number % Villages.Length];
        var attempt = new Attempt(
            Contest,
            1,
            "generated" + number.ToString("D6", CultureInfo.InvariantCulture),
            "李*",
            village.County,
            village,
            number % 2 == 0 ? Audience.Women : Audience.None,
            Language.Zh,
            ordinal,
            DateTimeOffset.FromUnixTimeMilliseconds(started.ToUnixTimeMilliseconds()),
            best,
            Host.Get<Secrets>().Papers.Current.Id
        );
        var paper = Host.Get<Remarking>().PaperOf(contest, attempt)!;
        var answers = new Answers(
            paper.Questions.ToDictionary(question => question.Question.Id, _ => new[] { random.Next(4) == 0 ? "b" : "a" })
        );
        var submission = Submission.Mark(attempt, contest.Rules, paper, answers, attempt.StartedAt.AddMilliseconds(random.Next(400_000)));
        var table = Host.Get<AttemptTable>();
        Assert.True(!(await table.AddAsync(attempt, lapsed: null)).Refused(out var _, out var added) && added);
        await table.AddAsync(attempt, submission, known => Host.Get<AttemptNews>().OfAsync(known, contest, paper, submission));
        return submission.Result.IsBetterThan(best) ? submission.Result : best!;
    }

    /// <summary>Proposed by the first administrator and applied by the second.</summary>
    public async Task<JsonNode> ApplyAsync(params (string Question, string[]? Right)[] changes)
    {
        var proposed = await ProposeAsync(changes);
        await Farmer.JsonOf(await Second.PostAsync($"api/contests/{Contest}/regrades/{proposed["id"]}/apply"));
        return proposed;
    }

    public async Task<JsonNode> ProposeAsync(params (string Question, string[]? Right)[] changes) =>
        await Farmer.JsonOf(
            await First.PostAsync(
                $"api/contests/{Contest}/regrades",
                new
                {
                    changes = changes.Select(change => new
                    {
                        question = change.Question,
                        right = change.Right,
                        @void = change.Right is null ? true : (bool?)null,
                    }),
                    reason = "答案有误",
                }
            )
        );

    /// <summary>From applied to everybody told.</summary>
    public async Task FinishAsync()
    {
        var regrading = Host.Get<Regrading>();
        for (var step = 0; step < 3; step++)
        {
            Host.Time.Advance(Regrading.Settling + TimeSpan.FromSeconds(1));
            await regrading.ContinueAsync(Contest);
        }

        Assert.True((await Host.Get<KeyTable>().FindAsync(Contest)).Keys.IsFinished);
        Host.Time.Advance(TimeSpan.FromMinutes(2));
        await Host.RollUpAsync();
    }

    /// <summary>What the public sees of a region, without times and the key's version.</summary>
    public async Task<string> PublishedAsync(string region)
    {
        var texts = new List<string>();
        foreach (var path in region.Length <= 6 ? new[] { "leaderboard", "statistics" } : ["leaderboard"])
        {
            var answer = (await Farmer.JsonOf(await Host.Http.GetAsync($"api/contests/{Contest}/{path}?region={region}"))).AsObject();
            answer.Remove("asOf");
            answer.Remove("keyVersion");
            texts.Add(answer.ToJsonString());
        }

        return string.Join('\n', texts);
    }

    public async Task<int> VersionAsync() =>
        (int)(await Farmer.JsonOf(await Host.Http.GetAsync($"api/contests/{Contest}/leaderboard")))["keyVersion"]!;

    /// <summary>Boards, figures and days equal a recount that was written apart.</summary>
    public async Task EqualsAsync(Func<string, string[], bool> key)
    {
        var recount = await Recount.OfAsync(Host.ConnectionString, Contest, key);
        foreach (var region in recount.Regions)
        {
            var board = await Farmer.JsonOf(await Host.Http.GetAsync($"api/contests/{Contest}/leaderboard?region={region}"));
            Assert.Equal(recount.Board(region, region.Length > 6 ? 20 : 100), Recount.Published(board));
            Assert.Equal(recount.Participants(region), (int)board["participants"]!);
            if (region.Length > 6)
                continue;
            var figures = await Farmer.JsonOf(await Host.Http.GetAsync($"api/contests/{Contest}/statistics?region={region}"));
            Assert.Equal(
                (recount.Entries(region), recount.Participants(region), recount.Passed(region, PassMark)),
                ((int)figures["entries"]!, (int)figures["participants"]!, (int)figures["passed"]!)
            );
            Assert.All(
                figures["scores"]!.AsArray().Index(),
                score => Assert.Equal(recount.WithScore(region, score.Index), (int)score.Item!)
            );
            Assert.Equal(
                recount.Questions(region),
                figures["questions"]!
                    .AsArray()
                    .Select(question => ((string)question!["id"]!, (int)question["shown"]!, (int)question["correct"]!))
                    .OrderBy(question => question.Item1, StringComparer.Ordinal)
            );
        }

        foreach (var county in Villages.Select(village => village.County).Distinct())
            Assert.Empty((await Host.Get<Reconciler>().CompareAsync(county, new Day(DateOnly.MinValue))).Differences);
    }

    public Task<IReadOnlyList<Telling>> ToldAsync(string person) => Host.Get<InboxTable>().ReadAsync(person, after: null, 100);

    private static async Task PublishAsync(TestHost host)
    {
        var questions = Enumerable
            .Range(0, 40)
            .Select(number => new Question(
                $"q{number}",
                "all",
                QuestionPool.Ranked,
                QuestionKind.Single,
                new Text($"问题{number}"),
                [.. "abc".Select(letter => new Option($"{letter}", new Text($"{letter}{number}"), letter == 'a'))],
                new Text($"因为{number}")
            ));
        var seeds = (await host.Get<ContestTable>().FindAsync(Farmer.Contest))!;
        var rules = seeds.Rules with { Id = Contest, AttemptsPerDay = 3, PassMark = PassMark };
        await host.Get<ContestTable>().PublishAsync(new PublishedContest(rules, new QuestionBank("own", 1, [.. questions])));
    }
}
