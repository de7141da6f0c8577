using System.Globalization;
using Azure.Data.Tables;
using EStation.Banks;
using EStation.Contests.Boards;
using EStation.Ledger;
using EStation.People;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Contests;

/// <summary>
/// Two host processes on one storage, one of them over a bad line: farmers submit twice at once to both, both fold, one is killed in the
/// middle. Whatever happens, each attempt is stored once and counted once.
/// </summary>
public class TwoHostsTests(TestStorage storage, ITestOutputHelper output)
{
    private const int PassMark = 4;

    /// <summary>One request to storage in so many is dropped, one loses its answer, one comes late.</summary>
    private const int Mishaps = 100;

    /// <summary>Of each rush, going deep.</summary>
    private const int Farmers = 300;

    /// <summary>Farmers who are at it at the same moment.</summary>
    private const int MostAtOnce = 150;

    /// <summary>A farmer's attempt is four requests answered: started and handed in at both hosts.</summary>
    private const int LeastAnswers = 4;
    private const int FoldsARush = 4;
    private static readonly string[] FirstOption = ["1"];
    private static readonly RegionCode[] Villages =
    [
        .. "220102001001 220102001002 220102002001 220103002001 220202001001 222401001001 222401002001 222402001001"
            .Split(' ')
            .Select(code => RegionCode.Parse(code)),
    ];

    [Fact]
    public async Task Every_attempt_is_stored_once_and_boards_and_counts_equal_a_recount()
    {
        // A large rush first, then many small ones with other timings.
        var seeds = Deep.Of(usually: 10, deep: 1_000);
        const int SeedsPerStorage = 30;
        for (var first = 0; first < seeds; first += SeedsPerStorage)
            await RunAsync([.. Enumerable.Range(first, Math.Min(SeedsPerStorage, seeds - first))]);
    }

    private async Task RunAsync(int[] seeds)
    {
        var account = storage.NewAccount();
        var data = Directory.CreateTempSubdirectory("hosts-").FullName;
        await PublishAsync(account, seeds);
        await using var line = await StorageProxy.StartAsync(account);
        var rivals = new Rivals(account, data, line.ConnectionString);
        await rivals.StartAsync();
        var broken = 0;
        try
        {
            var crowd = await Crowd.GatherAsync(account, Deep.Of(100, Farmers), Villages);
            foreach (var atOnce in seeds.Chunk(Deep.Of(usually: 5, deep: 1)))
            {
                Rush[] rushes =
                [
                    .. atOnce.Select(seed => new Rush(seed, [.. crowd.Take(seed == 0 ? Deep.Of(100, Farmers) : Deep.Of(15, Farmers))])),
                ];
                output.WriteLine($"seeds {string.Join(", ", rushes.Select(rush => $"{rush.Seed} with {rush.Entrants.Length} farmers"))}");
                line.BreakOnceIn(Mishaps, atOnce[0]);
                await RunAsync(rivals, rushes);
                line.Plan = _ => OnTheWay.Arrives;
                output.WriteLine($"{rushes.Sum(rush => rush.Attempts)} attempts, {line.Broken - broken} requests to storage went wrong");
                broken = line.Broken;
                await rivals.FoldToTheEndAsync();
                foreach (var rush in rushes)
                    await CompareAsync(account, rivals, rush);
                await ClearAsync(account);
            }
        }
        finally
        {
            await rivals.DisposeAsync();
            Directory.Delete(data, recursive: true);
        }

        Assert.True(broken > 0, "Nothing went wrong: that proves little.");
    }

    /// <summary>Farmers enter at both hosts, both fold, and one host is killed and comes back.</summary>
    private static async Task RunAsync(Rivals rivals, IReadOnlyList<Rush> rushes)
    {
        var random = new Random(rushes[0].Seed);
        var answers = rushes.Sum(rush => rush.Entrants.Length) * LeastAnswers;
        var killAt = rivals.Answered + random.Next(answers);
        var entering = Task.WhenAll(
            rushes.Select(rush =>
                Parallel.ForEachAsync(
                    rush.Entrants,
                    new ParallelOptions { MaxDegreeOfParallelism = random.Next(10, MostAtOnce) },
                    async (farmer, _) => await EnterAsync(rivals, rush.Seed, farmer)
                )
            )
        );
        var folding = Enumerable.Range(0, 2).Select(host => rivals.KeepFoldingAsync(host, entering, answers / FoldsARush)).ToArray();
        await Task.WhenAny(entering, rivals.AnsweredAsync(killAt));
        await rivals.KillAndRestartAsync(random.Next(2));
        await entering;
        await Task.WhenAll(folding);
    }

    /// <summary>
    /// One attempt, each request sent to both hosts at once; a third of the farmers come again and may do better or worse.
    /// </summary>
    private static async Task EnterAsync(Rivals rivals, int seed, Entrant farmer)
    {
        var token = farmer.Token;
        for (var attempt = 0; attempt < farmer.Attempts; attempt++)
        {
            var papers = await Task.WhenAll(
                rivals.AskAsync(0, HttpMethod.Post, $"api/contests/{NameOf(seed)}/attempts", token, new { }),
                rivals.AskAsync(1, HttpMethod.Post, $"api/contests/{NameOf(seed)}/attempts", token, new { })
            );
            Assert.Equal(papers[0].ToJsonString(), papers[1].ToJsonString());
            var answers = papers[0]["questions"]!.AsArray().ToDictionary(question => (string)question!["id"]!, _ => FirstOption);
            var path = $"api/contests/{NameOf(seed)}/attempts/{papers[0]["attempt"]}";
            var results = await Task.WhenAll(
                rivals.AskAsync(0, HttpMethod.Put, path, token, new { answers }),
                rivals.AskAsync(1, HttpMethod.Put, path, token, new { answers })
            );
            Assert.Equal(results[0].ToJsonString(), results[1].ToJsonString());
            Assert.True((bool)results[0]["ranked"]!);
        }
    }

    private static async Task CompareAsync(string account, Rivals rivals, Rush rush)
    {
        var seed = rush.Seed;
        var recount = await Recount.OfAsync(account, NameOf(seed));
        Assert.Equal(
            (rush.Entrants.Length, rush.Attempts, rush.Attempts),
            (recount.Participants("22"), recount.Submissions, recount.Starts)
        );
        var accounts = Crowd.Accounts(account);
        var boards = new BoardTable(accounts, new FoldTable(accounts.Ledgers, new NewsKinds([])));
        foreach (var region in recount.Regions)
        {
            var level = RegionCode.Parse(region).Level;
            var published = await rivals.AskAsync(
                seed % 2,
                HttpMethod.Get,
                $"api/contests/{NameOf(seed)}/leaderboard?region={region}",
                null,
                null
            );
            Assert.Equal(recount.Board(region, level >= RegionLevel.Town ? 20 : 100), Recount.Published(published));
            var document = await boards.FindAsync(
                NameOf(seed),
                level == RegionLevel.Village ? RegionCode.Parse(region).Town : RegionCode.Parse(region)
            );
            var tally = document!.TallyOf(RegionCode.Parse(region))!;
            Assert.Equal(
                (recount.Entries(region), recount.Participants(region), recount.Passed(region, PassMark)),
                (tally.Entries, tally.Participants, tally.Passed)
            );
            Assert.All(tally.Scores.Index(), score => Assert.Equal(recount.WithScore(region, score.Index), score.Item));
            Assert.Equal(recount.Bests(region), tally.Bests.ToFlat());
            if (level <= RegionLevel.County)
                await CompareStatisticsAsync(rivals, seed, region, recount);
        }

        var ledger = new TableClient(account, LedgerAccounts.TableName);
        Assert.Empty(ledger.Query<TableEntity>("RowKey ge 'outbox|' and RowKey lt 'outbox}'"));
        Assert.Empty(ledger.Query<TableEntity>("RowKey ge 'dirty|' and RowKey lt 'dirty}'"));
    }

    private static async Task CompareStatisticsAsync(Rivals rivals, int seed, string region, Recount recount)
    {
        var statistics = await rivals.AskAsync(
            seed % 2,
            HttpMethod.Get,
            $"api/contests/{NameOf(seed)}/statistics?region={region}",
            null,
            null
        );
        Assert.Equal(
            (recount.Entries(region), recount.Participants(region), recount.Passed(region, PassMark)),
            ((int)statistics["entries"]!, (int)statistics["participants"]!, (int)statistics["passed"]!)
        );
        Assert.Equal(
            recount.Questions(region),
            statistics["questions"]!
                .AsArray()
                .Select(question => ((string)question!["id"]!, (int)question["shown"]!, (int)question["correct"]!))
                .OrderBy(question => question.Item1, StringComparer.Ordinal)
        );
    }

    /// <summary>Azurite searches all it holds.</summary>
    private static async Task ClearAsync(string account)
    {
        var ledger = new TableClient(account, LedgerAccounts.TableName);
        await ledger.DeleteAsync();
        await ledger.CreateAsync();
    }

    private static async Task PublishAsync(string account, int[] seeds)
    {
        var accounts = Crowd.Accounts(account);
        await accounts.Table("Contests").CreateIfNotExistsAsync();
        foreach (var table in new[] { "Erasures", "Ledger", "People", "Phones" })
            await accounts.Table(table).CreateIfNotExistsAsync();
        await accounts.Blobs.GetBlobContainerClient("reference").CreateIfNotExistsAsync();
        var questions = Enumerable
            .Range(0, 40)
            .Select(number => new Question(
                $"q{number}",
                "all",
                QuestionPool.Ranked,
                QuestionKind.Single,
                new Text($"问题{number}"),
                [.. "abc".Select(letter => new Option($"{letter}", new Text($"{letter}"), letter == 'a'))]
            ));
        var bank = new QuestionBank("proof", 1, [.. questions]);
        var contests = new ContestTable(accounts, new ErasureTable(accounts, TimeProvider.System), TimeProvider.System);
        foreach (var seed in seeds)
        {
            var rules = new Contest(
                NameOf(seed),
                1,
                new Text("证明"),
                null,
                "proof",
                RegionCode.Province,
                DateTimeOffset.UtcNow.AddDays(-1),
                DateTimeOffset.UtcNow.AddDays(1),
                new Draw(8),
                60,
                AttemptsPerDay: 3,
                null,
                PassMark
            );
            await contests.PublishAsync(new PublishedContest(rules, bank));
        }
    }

    private static string NameOf(int seed) => "proof-" + seed.ToString("D4", CultureInfo.InvariantCulture);

    private sealed record Entrant(string Token, bool ComesAgain)
    {
        public int Attempts => ComesAgain ? 2 : 1;
    }

    /// <summary>A contest of its own, and who enters it, in which order.</summary>
    private sealed class Rush
    {
        public Rush(int seed, IReadOnlyList<(string Id, string Token)> farmers)
        {
            Seed = seed;
            var random = new Random(seed);
            Entrant[] shuffled = [.. farmers.Select(farmer => new Entrant(farmer.Token, ComesAgain: random.Next(3) == 0))];
            random.Shuffle(shuffled);
            Entrants = shuffled;
        }

        public int Seed { get; }

        public Entrant[] Entrants { get; }

        public int Attempts => Entrants.Sum(entrant => entrant.Attempts);
    }
}
