namespace EStation.LocalHost;

public sealed class TimerStatusTests
{
    private static readonly TimerSchedule Hourly = TimerSchedule.Parse("0 0 * * * *");
    private static readonly DateTimeOffset Eight = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Under_the_same_schedule_it_stays_as_it_is_and_so_can_be_past_due()
    {
        var status = new TimerStatus(Eight, Eight.AddHours(1), Eight);

        Assert.Same(status, status.UnderSchedule(Hourly, Eight.AddHours(5), TimeZoneInfo.Utc));
    }

    [Fact]
    public void A_timer_that_never_ran_is_past_due_by_the_time_it_was_first_seen()
    {
        var status = TimerStatus.BeforeFirst(Eight.AddHours(1), Eight.AddMinutes(10));

        Assert.Same(status, status.UnderSchedule(Hourly, Eight.AddHours(5), TimeZoneInfo.Utc));
    }

    [Fact]
    public void Under_another_schedule_it_starts_afresh_from_now()
    {
        var status = new TimerStatus(Eight, Eight.AddMinutes(5), Eight);
        var now = Eight.AddHours(5).AddMinutes(1);

        Assert.Equal(new TimerStatus(default, Eight.AddHours(6), now), status.UnderSchedule(Hourly, now, TimeZoneInfo.Utc));
    }

    [Fact]
    public void Under_another_schedule_that_is_not_yet_due_it_goes_on_from_the_last_run()
    {
        var status = new TimerStatus(Eight, Eight.AddMinutes(5), Eight);

        Assert.Equal(
            new TimerStatus(default, Eight.AddHours(1), Eight),
            status.UnderSchedule(Hourly, Eight.AddMinutes(1), TimeZoneInfo.Utc)
        );
    }
}
