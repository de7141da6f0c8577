namespace EStation.Showcase.Reactions;

public class LikeHistoryTests
{
    private static readonly Day Monday = Day.Parse("2026-11-23", null);
    private static readonly Day Tuesday = Day.Parse("2026-11-24", null);

    [Fact]
    public void It_is_full_after_so_many_days_of_changing_ones_mind()
    {
        var history = LikeHistory.Never;
        for (var day = 0; day < LikeHistory.MostChanges; day++)
            history = history.With(new(new Day(Monday.Date.AddDays(day)), Audience.Women, day % 2 == 0 ? 1 : -1));
        Assert.True(history.IsFull);
        Assert.InRange(System.Text.Json.JsonSerializer.Serialize(history.Changes).Length, 1, 32_000);
    }

    [Fact]
    public void What_comes_and_goes_within_a_day_never_was()
    {
        var history = LikeHistory.Never.With(new(Monday, Audience.Women, 1)).With(new(Monday, Audience.Women, -1));
        Assert.Empty(history.Changes);
        Assert.False(history.IsLiked);
    }

    [Fact]
    public void What_goes_on_another_day_is_told_with_both()
    {
        var history = LikeHistory.Never.With(new(Monday, Audience.Women, 1)).With(new(Tuesday, Audience.Women, -1));
        Assert.Equal([1, -1], history.Changes.Select(change => change.Count));
        Assert.False(history.IsLiked);
        Assert.True(history.With(new(Tuesday, Audience.Women, 1)).IsLiked);
    }

    [Fact]
    public void Whoever_changes_audience_takes_the_like_from_where_it_was_counted_only_as_it_was_counted()
    {
        var history = LikeHistory
            .Never.With(new(Monday, Audience.None, 1))
            .With(new(Monday, Audience.Women, -1))
            .With(new(Monday, Audience.Women, 1))
            .With(new(Monday, Audience.None, -1))
            .With(new(Monday, Audience.Women, 1));
        Assert.Equal(new LikeChange(Monday, Audience.Women, 1), Assert.Single(history.Changes));
    }
}
