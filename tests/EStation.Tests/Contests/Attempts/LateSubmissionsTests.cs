using System.Net;
using Azure;
using Azure.Data.Tables;
using EStation.Contests.Boards;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Contests.Attempts;

/// <summary>What comes late, after closing, or from somebody who has moved: by the contract, and as it is in storage afterwards.</summary>
public class LateSubmissionsTests(TestStorage storage)
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(8 * 60);

    [Theory]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public async Task Ten_seconds_after_the_deadline_still_rank_and_a_moment_more_is_kept_and_reviewed_only(int lateMs, bool ranks)
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var paper = await farmer.StartAsync();
        Assert.Equal((DateTimeOffset)paper["startedAt"]! + Allowed, (DateTimeOffset)paper["deadline"]!);
        host.Time.SetUtcNow((DateTimeOffset)paper["deadline"]! + TimeSpan.FromMilliseconds(lateMs));
        var result = await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper)));
        Assert.Equal(ranks, (bool)result["ranked"]!);
        Assert.Equal(8, result["review"]!.AsArray().Count);
        Assert.Equal((int)Allowed.TotalMilliseconds + lateMs, (int)result["elapsedMs"]!);
        Assert.True(ranks || (int)result["points"]! == 0);
        Assert.Equal(result.ToJsonString(), (await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper)))).ToJsonString());

        await host.RollUpAsync();
        Assert.Equal(ranks ? 1 : 0, await EntriesAsync(host, Farmer.Contest, "220102001001"));
        Assert.Equal(ranks, (await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{Farmer.Contest}/standing")))["best"] is not null);
        var row = Assert.Single(await AnswersAsync(host, Farmer.Contest));
        Assert.Equal(ranks, row.GetBoolean("Ranked"));
    }

    [Fact]
    public async Task What_was_started_before_closing_may_be_handed_in_after_it_and_nothing_is_started_any_more()
    {
        await using var host = await TestHost.StartAsync(storage);
        var now = host.Time.GetUtcNow();
        var contest = await OwnContests.PublishAsync(host, RegionCode.Province, now.AddDays(-1), now.AddMinutes(2));
        var (early, tooLate) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        var paper = await early.StartAsync(contest);
        host.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(
            "contest.not-open",
            await Farmer.RefusalOf(await tooLate.PostAsync($"api/contests/{contest}/attempts"), HttpStatusCode.Conflict)
        );
        Assert.True((bool)(await Farmer.JsonOf(await early.SubmitAsync(paper, Farmer.Guess(paper), contest)))["ranked"]!);
        Assert.Equal(
            "contest.not-open",
            await Farmer.RefusalOf(await early.PostAsync($"api/contests/{contest}/attempts"), HttpStatusCode.Conflict)
        );
        Assert.Single(await AnswersAsync(host, contest));
    }

    [Fact]
    public async Task Who_has_moved_counts_where_the_first_attempt_was_and_is_kept_where_the_first_profile_was()
    {
        await using var host = await TestHost.StartAsync(storage);
        var contest = await OwnContests.PublishAsync(host);
        var farmer = await Farmer.SignUpAsync(host, village: "220102001001");
        await MoveAsync(farmer, "220202001001");
        var paper = await farmer.StartAsync(contest);
        await MoveAsync(farmer, "222401001001");
        await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper), contest));
        var second = await farmer.StartAsync(contest);
        await Farmer.JsonOf(await farmer.SubmitAsync(second, Farmer.Guess(second), contest));

        await host.RollUpAsync();
        Assert.Equal(
            (0, 2, 0),
            (
                await EntriesAsync(host, contest, "220102001001"),
                await EntriesAsync(host, contest, "220202001001"),
                await EntriesAsync(host, contest, "222401001001")
            )
        );
        Assert.Equal(2, await EntriesAsync(host, contest, "22"));
        Assert.All(await AnswersAsync(host, contest), row => Assert.Equal("220102", row.PartitionKey));
        var ranks = (await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{contest}/standing")))["ranks"]!.AsArray();
        Assert.Equal(["220202001001", "220202001", "220202", "2202", "22"], ranks.Select(rank => (string)rank!["region"]!));
    }

    /// <summary>One host's clock is still within the grace, the other's is past it: submission and next start meet in the ledger.</summary>
    [Fact]
    public async Task A_late_submission_that_races_with_the_next_start_ranks_before_it_or_not_at_all()
    {
        const int People = 40;
        await using var slow = await TestHost.StartAsync(storage);
        await using var fast = await TestHost.StartAsync(storage, connectionString: slow.ConnectionString, now: slow.Time.GetUtcNow());
        var contest = await OwnContests.PublishAsync(slow);
        var crowd = (
            await Crowd.GatherAsync(slow.ConnectionString, People, [RegionCode.Parse("220102001001"), RegionCode.Parse("220103002001")])
        )
            .Select(person => Farmer.Of(slow, person))
            .ToList();
        fast.Time.Advance(TimeSpan.FromMinutes(2)); // past what it remembers of which contests there are
        slow.Time.SetUtcNow(fast.Time.GetUtcNow());
        var papers = await Task.WhenAll(crowd.Select(farmer => farmer.StartAsync(contest)));
        slow.Time.Advance(Allowed);
        fast.Time.Advance(Allowed + TimeSpan.FromSeconds(11));

        var races = await Task.WhenAll(
            crowd
                .Zip(papers)
                .Select(
                    async (pair, number) =>
                    {
                        var submitting = number % 2 == 0 ? pair.First.SubmitAsync(pair.Second, Farmer.Guess(pair.Second), contest) : null;
                        var starting = pair.First.On(fast).StartAsync(contest);
                        submitting ??= pair.First.SubmitAsync(pair.Second, Farmer.Guess(pair.Second), contest);
                        return (Submitted: await Farmer.JsonOf(await submitting), Next: await starting);
                    }
                )
        );
        var ranked = races.Count(race => (bool)race.Submitted["ranked"]!);
        TestContext.Current.TestOutputHelper!.WriteLine($"{ranked} of {People} submissions were faster");
        Assert.All(races.Zip(papers), pair => Assert.NotEqual((string)pair.Second["attempt"]!, (string)pair.First.Next["attempt"]!));

        // The second attempt knows the first one's result exactly when that was ranked.
        var starts = await RowsAsync(slow, contest).Where(row => row.RowKey.EndsWith("|000002", StringComparison.Ordinal)).ToListAsync();
        var answers = (await AnswersAsync(slow, contest)).ToDictionary(
            row => row.RowKey.Split('|')[2],
            row => row.GetBoolean("Ranked")!.Value
        );
        Assert.Equal(People, starts.Count);
        Assert.Equal(ranked, answers.Values.Count(wasRanked => wasRanked));
        Assert.All(starts, row => Assert.Equal(answers[row.RowKey.Split('|')[2]], row.GetString("PreviousBest") is not null));

        await Task.WhenAll(
            crowd
                .Zip(races)
                .Select(async pair =>
                    await Farmer.JsonOf(await pair.First.On(fast).SubmitAsync(pair.Second.Next, Farmer.Guess(pair.Second.Next), contest))
                )
        );
        await slow.RollUpAsync();
        var recount = await Recount.OfAsync(slow.ConnectionString, contest);
        Assert.Equal((People + ranked, People), (recount.Submissions, recount.Participants("22")));
        var tally = (await slow.Get<BoardTable>().FindAsync(contest, RegionCode.Province))!.Tally;
        Assert.Equal((recount.Submissions, People), (tally.Entries, tally.Participants));
        Assert.Equal(recount.Bests("22"), tally.Bests.ToFlat());
    }

    private static async Task MoveAsync(Farmer farmer, string village) =>
        await Farmer.JsonOf(await farmer.PutAsync("api/me", new { name = "王小明", village }));

    private static async Task<int> EntriesAsync(TestHost host, string contest, string region)
    {
        var code = RegionCode.Parse(region);
        var document = await host.Get<BoardTable>().FindAsync(contest, code.Level == RegionLevel.Village ? code.Town : code);
        return document?.TallyOf(code)?.Entries ?? 0;
    }

    private static async Task<List<TableEntity>> AnswersAsync(TestHost host, string contest) =>
        await RowsAsync(host, contest).Where(row => row.RowKey.EndsWith("|answers", StringComparison.Ordinal)).ToListAsync();

    private static AsyncPageable<TableEntity> RowsAsync(TestHost host, string contest) =>
        new TableClient(host.ConnectionString, "Ledger").QueryAsync<TableEntity>(
            $"RowKey ge 'attempt|{contest}|' and RowKey lt 'attempt|{contest}~'"
        );
}
