using EStation.Regions;

namespace EStation.Contests.Boards;

public class LeaderboardTests
{
    private static readonly RegionCode Village = RegionCode.Parse("220102001001");
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_higher_score_then_the_shorter_time_then_the_earlier_submission_ranks_first()
    {
        var board = BoardOf(At("slow", 8, 60_000), At("late", 8, 50_000, minutes: 1), At("early", 8, 50_000), At("weak", 7, 1_000));
        Assert.Equal(["early", "late", "slow", "weak"], board.Placings.Select(placing => placing.Person));
    }

    [Fact]
    public void My_row_comes_with_the_nearest_on_either_side()
    {
        var board = BoardOf([.. Enumerable.Range(0, 9).Select(at => At($"p{at}", 9 - at, 1_000))]);
        Assert.Equal([3, 4, 5, 6, 7], board.Around("p4", reach: 2).Select(row => row.Rank));
        Assert.Equal(["p0", "p1", "p2"], board.Around("p0", reach: 2).Select(row => row.Placing.Person));
        Assert.Equal([7, 8, 9], board.Around("p8", reach: 2).Select(row => row.Rank));
        Assert.Empty(board.Around("nobody", reach: 2));
    }

    [Fact]
    public void A_person_is_on_it_once_with_the_best()
    {
        var board = BoardOf(At("a", 5, 100), At("b", 6, 100), At("a", 7, 100), At("a", 6, 1));
        Assert.Equal([("a", 7), ("b", 6)], board.Placings.Select(placing => (placing.Person, placing.Best.Score)));
    }

    [Fact]
    public void It_is_the_same_in_whatever_order_news_come_and_however_parts_are_merged()
    {
        const int Seed = 20261124;
        var random = new Random(Seed);
        var placings = Enumerable
            .Range(0, 1000)
            .Select(_ => At($"p{random.Next(300)}", random.Next(9), random.Next(480) * 1000, random.Next(5)))
            .ToArray();
        var whole = BoardOf(placings);
        random.Shuffle(placings);
        // A person belongs to one part, as to one village.
        var parts = placings.GroupBy(placing => placing.Person[^1]).Select(part => BoardOf([.. part]));
        var merged = new Leaderboard([]);
        foreach (var part in parts)
            merged.Merge(part);
        Assert.Equal(Leaderboard.Length + Leaderboard.Spare, whole.Placings.Count);
        Assert.Equal(whole.Placings, merged.Placings);
    }

    private static Placing At(string person, int score, int elapsedMs, int minutes = 0) =>
        new(person, "王**", Village, new Best(score, elapsedMs, Noon.AddMinutes(minutes)));

    private static Leaderboard BoardOf(params Placing[] placings)
    {
        var board = new Leaderboard([]);
        foreach (var placing in placings)
            board.Add(placing);
        return board;
    }
}
