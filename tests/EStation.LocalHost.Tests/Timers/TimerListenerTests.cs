namespace EStation.LocalHost;

public sealed class TimerListenerTests(SharedAzurite azurite)
{
    private static readonly DateTime FirstMinute = new(2026, 3, 1, 8, 1, 0);

    private readonly TimerStage stage = new(azurite);
    private readonly Ticks ticks = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_timer_fires_by_its_schedule_and_is_told_the_status_before_the_run()
    {
        await using var host = await stage.StartAsync(typeof(Minutely), ticks);

        var first = await stage.NextAsync(ticks);
        Assert.False(first.IsPastDue);
        Assert.Equal(DateTime.MinValue, first.ScheduleStatus!.Last);
        Assert.Equal(FirstMinute, first.ScheduleStatus.Next);
        var second = await stage.NextAsync(ticks);
        Assert.Equal(FirstMinute, second.ScheduleStatus!.Last);
        Assert.Equal(FirstMinute.AddMinutes(1), second.ScheduleStatus.Next);
    }

    [Fact]
    public async Task A_schedule_oftener_than_once_a_minute_has_no_status()
    {
        await using var host = await stage.StartAsync(typeof(Often), ticks);

        Assert.Null((await stage.NextAsync(ticks)).ScheduleStatus);
        Assert.Null(await stage.Status("Often").ReadAsync(Cancellation));
    }

    [Fact]
    public async Task What_was_missed_while_no_host_ran_is_made_up_for_once_at_the_next_start()
    {
        await using (await stage.StartAsync(typeof(Minutely), ticks))
            await stage.NextAsync(ticks);
        stage.Time.Advance(TimeSpan.FromMinutes(10));

        await using var host = await stage.StartAsync(typeof(Minutely), ticks);
        var pastDue = await TimerStage.NowAsync(ticks);
        Assert.True(pastDue.IsPastDue);
        Assert.Equal(FirstMinute.AddMinutes(1), pastDue.ScheduleStatus!.Next);
        Assert.False((await stage.NextAsync(ticks)).IsPastDue);
    }

    [Fact]
    public async Task A_timer_that_runs_on_startup_does_so_at_every_start_and_is_not_past_due()
    {
        for (var start = 0; start < 2; start++)
        {
            await using var host = await stage.StartAsync(typeof(AtStart), ticks);
            Assert.False((await TimerStage.NowAsync(ticks)).IsPastDue);
        }
    }

    [Fact]
    public async Task The_status_is_kept_where_and_as_the_real_host_keeps_it()
    {
        await using (await stage.StartAsync(typeof(Minutely), ticks))
            await stage.NextAsync(ticks);

        var blob = stage.Container.GetBlobClient($"timers/{stage.HostId}/Host.Functions.Minutely/status");
        var text = (await blob.DownloadContentAsync(Cancellation)).Value.Content.ToString();
        Assert.Equal(
            """{"Last":"2026-03-01T08:01:00+00:00","Next":"2026-03-01T08:02:00+00:00","LastUpdated":"2026-03-01T08:01:00+00:00"}""",
            text
        );
    }

    [Fact]
    public async Task A_run_that_throws_stops_nothing()
    {
        ticks.Inside = _ => throw new InvalidOperationException("On purpose.");
        await using var host = await stage.StartAsync(typeof(Minutely), ticks);

        await stage.NextAsync(ticks);
        await stage.NextAsync(ticks);
    }

    [Fact]
    public async Task Runs_that_take_longer_than_the_interval_never_overlap_and_what_was_missed_is_one_run()
    {
        var release = new TaskCompletionSource();
        ticks.Inside = _ => release.Task;
        await using var host = await stage.StartAsync(typeof(Minutely), ticks);
        await stage.NextAsync(ticks);
        stage.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.False(ticks.Fired.Reader.TryRead(out _));

        release.SetResult();
        var late = await TimerStage.NowAsync(ticks);
        Assert.Equal(FirstMinute.AddMinutes(1), late.ScheduleStatus!.Next);
        Assert.Equal(FirstMinute.AddMinutes(6), (await stage.NextAsync(ticks)).ScheduleStatus!.Next);
        Assert.Equal(1, ticks.MostAtOnce);
    }

    [Fact]
    public async Task A_stop_cancels_the_run_under_way_and_waits_for_it_to_end()
    {
        var ended = false;
        ticks.Inside = async cancellation =>
        {
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ended = true;
        };
        await using (await stage.StartAsync(typeof(Minutely), ticks))
            await stage.NextAsync(ticks);

        Assert.True(ended);
    }

    [Fact]
    public async Task A_schedule_comes_from_a_setting()
    {
        await using var host = await stage.StartAsync(typeof(BySetting), ticks, ("TickSchedule", "0 3 * * * *"));

        Assert.Equal(new DateTime(2026, 3, 1, 8, 3, 0), (await stage.NextAsync(ticks)).ScheduleStatus!.Next);
    }

    [Fact]
    public async Task Without_the_setting_the_function_is_in_error_and_the_host_up()
    {
        await using var host = await stage.StartAsync(typeof(BySetting), ticks);

        Assert.True((await host.Client.GetAsync(new Uri("/", UriKind.Relative), Cancellation)).IsSuccessStatusCode);
        Assert.Equal(404, await host.RunNowAsync("BySetting"));
    }
}
