using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.Contests.Results;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Contests.Prizes;

/// <summary>A contest of thousands of lots, from its freeze until nothing is left to do.</summary>
public class WholeContestTests(TestStorage storage, ITestOutputHelper output)
{
    private const string Address = "长春市南关区幸福路八十八号";
    private const string FullName = "欧阳晓明";
    private static readonly RegionCode[] Villages = [RegionCode.Parse("220102001001"), RegionCode.Parse("222401001001")];

    [Fact]
    public async Task Every_prize_is_handed_out_once_and_no_address_is_left()
    {
        var (people, ranked, drawn) = (Deep.Of(200, 5_000), Deep.Of(10, 100), Deep.Of(20, 200));
        await using var ending = await Ending.BeginAsync(
            storage,
            rules => rules with { Prizes = [new(new Text("名次奖"), ranked, PrizeBy.Rank), new(new Text("幸运奖"), drawn, PrizeBy.Draw)] }
        );
        var crowd = await Crowd.GatherAsync(ending.Host.ConnectionString, people, Villages);
        await TakePartAsync(ending, crowd);
        await ending.DrawAsync(substitutes: ranked);
        await ending.TickAsync();
        Assert.Equal(people, (int)(await ending.ResultsAsync())["lots"]!["count"]!);
        var list = await ending.Host.Http.GetStringAsync($"{ending.Path}/lots");

        var ranking = await ending.RankingAsync();
        await ending.DisqualifyAsync(ranking[0]);
        Assert.Equal(HttpStatusCode.NoContent, (await FarmerOf(ending, crowd, ranking[1].Person).DeleteAsync("api/me")).StatusCode);
        var objection = await Farmer.JsonOf(
            await FarmerOf(ending, crowd, ranking[2].Person).PostAsync($"{ending.Path}/objections", new { text = "请复核" })
        );
        (
            await ending.First.PostAsync($"{ending.Path}/objections/{objection["id"]}/answer", new { text = "已复核" })
        ).EnsureSuccessStatusCode();
        await ending.EndAsync();
        Assert.Equal(list, await ending.Host.Http.GetStringAsync($"{ending.Path}/lots"));

        var late = 0;
        for (var round = 0; round < 3; round++)
        {
            var won = (await CandidatesAsync(ending)).Where(candidate => candidate.State == CandidateState.Won).ToList();
            output.WriteLine($"round {round}: {won.Count} may claim");
            await Parallel.ForEachAsync(
                won.Where((_, at) => round == 2 || at % 10 != 0),
                async (candidate, _) => await ClaimAsync(FarmerOf(ending, crowd, candidate.Person), candidate.Id)
            );
            if (round == 2)
                break;
            late += won.Where((_, at) => at % 10 == 0).Count();
            ending.Host.Time.Advance(TimeSpan.FromDays(6));
            await ending.TickAsync();
        }

        await HandOutAsync(ending);
        var all = await CandidatesAsync(ending);
        var handedOut = all.Where(candidate => candidate.State == CandidateState.HandedOut).ToList();
        output.WriteLine($"{people} lots, {handedOut.Count} prizes, {late} forfeited");
        Assert.Equal(ranked, handedOut.Count(candidate => candidate.Prize == 0));
        Assert.Equal(drawn, handedOut.Count(candidate => candidate.Prize == 1));
        Assert.Equal(late, all.Count(candidate => candidate is { State: CandidateState.Forfeited, ClaimUntil: not null }));
        Assert.DoesNotContain(handedOut, candidate => candidate.Person == ranking[0].Person || candidate.Person == ranking[1].Person);

        ending.Host.Time.Advance(TimeSpan.FromDays(31));
        await ending.TickAsync();
        Assert.Empty(await ending.Host.Get<CandidateTable>().ReadDeliveriesAsync(ending.Id));
        Assert.Empty(await Everything.FindAsync(ending.Host.ConnectionString, Address, FullName));
        Assert.True((await ending.Host.Get<ResultsTable>().FindAsync(ending.Id))!.Settled);
    }

    /// <summary>Answers as the ledger stores them, without the way over the phones.</summary>
    private static async Task TakePartAsync(Ending ending, IReadOnlyList<(string Id, string Token)> crowd)
    {
        var (table, now) = (ending.Host.Get<AttemptTable>(), ending.Host.Time.GetUtcNow());
        await Parallel.ForEachAsync(
            Enumerable.Range(0, crowd.Count),
            new ParallelOptions { MaxDegreeOfParallelism = 64 },
            async (number, _) =>
            {
                var village = Villages[number % Villages.Length];
                var attempt = new Attempt(
                    ending.Id,
                    1,
                    crowd[number].Id,
                    "李**",
                    number % 7 == 0 ? Villages[0].County : village.County,
                    village,
                    Audience.None,
                    Language.Zh,
                    1,
                    now,
                    null,
                    "key"
                );
                await table.AddAsync(attempt, lapsed: null);
                var best = new Best(number % 9, 1_000 + (number % 400), now.AddSeconds(1));
                await table.AddAsync(attempt, new Submission(new Dictionary<string, string[]>(), best, Ranked: true), _ => Task.FromResult<IReadOnlyList<EStation.Ledger.News>>([]));
            }
        );
    }

    private static Farmer FarmerOf(Ending ending, IReadOnlyList<(string Id, string Token)> crowd, string person) =>
        Farmer.Of(ending.Host, crowd.Single(one => one.Id == person));

    private static async Task<IReadOnlyList<Candidate>> CandidatesAsync(Ending ending) =>
        [.. (await ending.Host.Get<CandidateTable>().ReadAsync(ending.Id)).Select(stored => stored.Candidate)];

    private static async Task ClaimAsync(Farmer farmer, string prize)
    {
        var mine = await Farmer.JsonOf(await farmer.GetAsync("api/me/prizes"));
        Assert.Contains(mine["items"]!.AsArray(), item => (string)item!["id"]! == prize);
        var claim = new
        {
            by = "post",
            name = FullName,
            address = Address,
        };
        (await farmer.PutAsync($"api/me/prizes/{prize}", claim)).EnsureSuccessStatusCode();
    }

    /// <summary>The administrator of the province goes through the list, page by page.</summary>
    private static async Task HandOutAsync(Ending ending)
    {
        var administrator = await Farmer.SignInAsync(ending.Host, "13900000001");
        List<JsonNode> listed = [];
        for (string? next = ""; next is not null; )
        {
            var page = await Farmer.JsonOf(
                await administrator.GetAsync(
                    string.Create(CultureInfo.InvariantCulture, $"api/prizes?region=22&contest={ending.Id}&limit=100&cursor={next}")
                )
            );
            listed.AddRange(page["items"]!.AsArray().Select(item => item!));
            next = (string?)page["next"];
        }

        foreach (var prize in listed.Where(prize => (string)prize["state"]! == "claimed"))
        {
            Assert.Equal(Address, (string)prize["address"]!);
            (await administrator.PostAsync($"api/prizes/{prize["id"]}/handed-out")).EnsureSuccessStatusCode();
        }
    }
}
