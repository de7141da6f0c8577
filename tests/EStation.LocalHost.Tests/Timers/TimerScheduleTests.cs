using System.Globalization;

namespace EStation.LocalHost;

public sealed class TimerScheduleTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.CreateCustomTimeZone("Shanghai", TimeSpan.FromHours(8), null, null);

    [Theory]
    [InlineData("0 */5 * * * *", "2026-03-01T08:00:00Z", "2026-03-01T08:05:00Z")]
    [InlineData("*/5 * * * *", "2026-03-01T08:01:30Z", "2026-03-01T08:05:00Z")]
    [InlineData("30 * * * * *", "2026-03-01T08:00:00Z", "2026-03-01T08:00:30Z")]
    [InlineData("0 0 2 * * 1-5", "2026-03-06T02:00:00Z", "2026-03-09T02:00:00Z")]
    [InlineData("00:10:00", "2026-03-01T08:00:01Z", "2026-03-01T08:10:01Z")]
    [InlineData("24:00:00", "2026-03-01T08:00:00Z", "2026-03-25T08:00:00Z")]
    public void The_next_time_is_after_the_given_one(string expression, string from, string next) =>
        Assert.Equal(Time(next), TimerSchedule.Parse(expression).After(Time(from), TimeZoneInfo.Utc));

    [Fact]
    public void Times_of_day_are_those_of_the_hosts_zone()
    {
        var next = TimerSchedule.Parse("0 0 2 * * *").After(Time("2026-03-01T17:00:00Z"), Shanghai);

        Assert.Equal(Time("2026-03-01T18:00:00Z"), next);
        Assert.Equal(TimeSpan.FromHours(8), next.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData("every minute")]
    [InlineData("0 0 25 * * *")]
    [InlineData("* * * *")]
    [InlineData("00:00:00")]
    [InlineData("-00:01:00")]
    public void What_is_neither_cron_nor_a_time_span_is_refused(string expression) =>
        Assert.Throws<ArgumentException>(() => TimerSchedule.Parse(expression));

    [Theory]
    [InlineData("*/5 * * * * *", true)]
    [InlineData("0 * * * * *", false)]
    [InlineData("*/5 0 * * * *", false)]
    [InlineData("00:00:59", true)]
    [InlineData("00:01:00", false)]
    public void Only_schedules_of_a_minute_and_more_are_monitored(string expression, bool oftener) =>
        Assert.Equal(oftener, TimerSchedule.Parse(expression).IsOftenerThanMinutely(Time("2026-03-01T08:00:00Z")));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
