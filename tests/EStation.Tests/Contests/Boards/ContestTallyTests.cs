using EStation.Contests.Attempts;
using EStation.Regions;

namespace EStation.Contests.Boards;

public class ContestTallyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_person_with_three_attempts_is_three_entries_and_one_participant()
    {
        var tally = new ContestTally();
        tally.Add(Attempt("a", 5, 100_000, null));
        tally.Add(Attempt("a", 3, 90_000, new Best(5, 100_000, Noon)));
        tally.Add(Attempt("a", 7, 80_500, new Best(5, 100_000, Noon)));
        Assert.Equal((3, 1, 2), (tally.Entries, tally.Participants, tally.Passed));
        Assert.Equal([0, 0, 0, 1, 0, 1, 0, 1], tally.Scores);
        Assert.Equal([7, 80, 1], tally.Bests.ToFlat());
    }

    [Fact]
    public void News_that_overtake_one_another_come_to_the_same()
    {
        AttemptCounted[] news =
        [
            Attempt("a", 5, 100_000, null),
            Attempt("a", 7, 80_000, new Best(5, 100_000, Noon)),
            Attempt("b", 6, 10_000, null),
        ];
        var forwards = new ContestTally();
        var backwards = new ContestTally();
        foreach (var piece in news)
            forwards.Add(piece);
        foreach (var piece in news.Reverse())
            backwards.Add(piece);
        Assert.Equal(forwards.Write().ToArray(), backwards.Write().ToArray());
    }

    [Fact]
    public void What_is_stored_is_read_back()
    {
        var tally = new ContestTally();
        tally.Add(Attempt("a", 5, 100_000, null));
        var read = ContestTally.Read(tally.Write());
        Assert.Equal(tally.Board.Placings, read.Board.Placings);
        Assert.Equal(tally.Write().ToArray(), read.Write().ToArray());
    }

    [Fact]
    public void A_village_of_twenty_thousand_fits_into_its_column()
    {
        var random = new Random(1);
        var tally = new ContestTally();
        for (var i = 0; i < 20_000; i++)
            tally.Add(Attempt(Convert.ToBase64String(Guid.NewGuid().ToByteArray())[..22], random.Next(51), random.Next(3000) * 1000, null));
        Assert.InRange(tally.Write().ToMemory().Length, 1, 64 * 1024);
    }

    [Fact]
    public void Equal_score_and_second_share_a_rank_beyond_the_board()
    {
        var histogram = new Histogram();
        histogram.Move(null, new Best(8, 10_000, Noon));
        histogram.Move(null, new Best(8, 20_100, Noon));
        histogram.Move(null, new Best(8, 20_900, Noon));
        histogram.Move(null, new Best(7, 1_000, Noon));
        Assert.Equal(
            [0, 1, 1, 3],
            new[] { new Best(8, 10_000, Noon), new(8, 20_100, Noon), new(8, 20_900, Noon), new(7, 1_000, Noon) }.Select(histogram.Ahead)
        );
    }

    private static AttemptCounted Attempt(string person, int score, int elapsedMs, Best? before) =>
        new(
            RegionCode.Parse("220102001001"),
            Audience.None,
            Day.Of(Noon),
            "c",
            person,
            "王**",
            new Best(score, elapsedMs, Noon),
            before,
            score >= 5,
            Language.Zh,
            new Dictionary<string, bool>()
        );
}
