using System.Globalization;

namespace EStation;

public class DayTests
{
    [Theory]
    [InlineData("2026-11-23T15:59:59.999Z", "2026-11-23")]
    [InlineData("2026-11-23T16:00:00Z", "2026-11-24")]
    [InlineData("2027-12-31T16:00:00Z", "2028-01-01")]
    [InlineData("2028-02-28T16:00:00Z", "2028-02-29")]
    public void A_day_begins_at_midnight_in_Shanghai(string instant, string day) =>
        Assert.Equal(day, Day.Of(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)).ToString());

    [Fact]
    public void Start_and_end_enclose_what_is_of_the_day()
    {
        var day = Day.Parse("2026-11-24", null);
        Assert.Equal(day, Day.Of(day.Start));
        Assert.Equal(day, Day.Of(day.End.AddTicks(-1)));
        Assert.NotEqual(day, Day.Of(day.End));
    }

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("2026-1-1")]
    [InlineData("today")]
    [InlineData("0001-01-01")] // there is no midnight of it in UTC
    [InlineData("9999-12-31")] // nor an end
    [InlineData(null)]
    public void Anything_else_is_no_day(string? text) => Assert.False(Day.TryParse(text, null, out _));
}
