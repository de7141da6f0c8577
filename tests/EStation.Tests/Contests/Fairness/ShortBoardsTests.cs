using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Contests.Fairness;

/// <summary>More people are disqualified than a board has spare: those who fell off earlier come back, from the records.</summary>
public class ShortBoardsTests(TestStorage storage)
{
    private const int People = 130;
    private const int Disqualified = 25;
    private static readonly RegionCode Village = RegionCode.Parse("220102001001");

    [Fact]
    public async Task A_board_that_runs_short_is_made_from_the_records_and_undoing_puts_it_back()
    {
        await using var host = await TestHost.StartAsync(storage);
        var contest = (await host.Get<ContestTable>().FindAsync(Farmer.Contest))!;
        var now = host.Time.Now();
        for (var at = 0; at < People; at++)
        {
            var attempt = new Attempt(
                Farmer.Contest,
                contest.Rules.Version,
                $"p{at:D3}",
                "王**",
                Village.County,
                Village,
                Audience.None,
                Language.Zh,
                1,
                now,
                null,
                "gone"
            );
            await host.Get<AttemptTable>().AddAsync(attempt, lapsed: null);
            var submission = new Submission(new Dictionary<string, string[]>(), new Best(5, 60_000 + at, now.AddMinutes(1)), Ranked: true);
            await host.Get<AttemptTable>().AddAsync(attempt, submission, known => submission.NewsOf(known, contest.Rules, Paper.Gone));
        }

        await host.RollUpAsync();
        var before = await StoredDocuments.ReadAsync(host);
        Assert.Equal(Enumerable.Range(0, 100).Select(at => $"p{at:D3}"), await OnBoardAsync(host));
        var made = new List<string>();
        for (var at = 0; at < Disqualified; at++)
        {
            var added = await host.Get<Disqualifying>().AddAsync(contest.Rules, Village.County, $"p{at:D3}", null, "代答", "administrator");
            Assert.False(added.Refused(out _, out var stored));
            made.Add(stored.Stored.Id);
        }

        await host.RollUpAsync();
        await host.RollUpAsync();
        Assert.Equal(Enumerable.Range(Disqualified, 100).Select(at => $"p{at:D3}"), await OnBoardAsync(host));
        foreach (var id in made)
            await host.Get<Disqualifying>().UndoAsync(contest.Rules, id, "administrator");
        await host.RollUpAsync();
        Assert.Equal(before, await StoredDocuments.ReadAsync(host));
    }

    private static async Task<IEnumerable<string>> OnBoardAsync(TestHost host) =>
        (await host.Get<BoardTable>().FindAsync(Farmer.Contest, Village.Town))!
            .TallyOf(Village)!
            .Board.Placings.Select(placing => placing.Person);
}
