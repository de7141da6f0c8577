using EStation.LocalHost.Rpc;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

/// <summary>Fires one timer by its schedule. It computes the next time after a run, so that all times missed during the run cause one run.
/// Without a status blob the schedule is not monitored.</summary>
internal sealed class TimerListener(
    TimerTrigger trigger,
    TimerSchedule schedule,
    TimerRun run,
    TimerStatusBlob? statusBlob,
    TimeProvider time,
    ILogger logger
)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(24);

    private TimeZoneInfo Zone => time.LocalTimeZone;

    public async Task ListenAsync(CancellationToken stop)
    {
        var now = time.GetLocalNow();
        var status = await FirstStatusAsync(now, stop);
        // A past due run takes precedence over RunOnStartup.
        if (now > status.Next)
            status = await FireAsync(status, isPastDue: true, isExtra: true, stop);
        else if (trigger.RunOnStartup)
            status = await FireAsync(status, isPastDue: false, isExtra: true, stop);

        while (!stop.IsCancellationRequested)
        {
            await WaitUntilAsync(status.Next, stop);
            status = await FireAsync(status, isPastDue: false, isExtra: false, stop);
        }
    }

    private async Task<TimerStatus> FirstStatusAsync(DateTimeOffset now, CancellationToken stop)
    {
        var kept = statusBlob is null ? null : await statusBlob.ReadAsync(stop);
        var status = kept?.UnderSchedule(schedule, now, Zone) ?? TimerStatus.BeforeFirst(schedule.After(now, Zone), now);
        if (statusBlob is not null && status != kept)
            await statusBlob.WriteAsync(status, stop);
        return status;
    }

    private async Task WaitUntilAsync(DateTimeOffset due, CancellationToken stop)
    {
        while (due - time.GetLocalNow() is var left && left > TimeSpan.Zero)
            await Task.Delay(left < LongestDelay ? left : LongestDelay, time, stop);
    }

    private async Task<TimerStatus> FireAsync(TimerStatus before, bool isPastDue, bool isExtra, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var from = time.GetLocalNow();
        // A clock a little behind its timer must not lead to the same time twice.
        if (!isExtra && from < before.Next)
            from = before.Next;
        var told = statusBlob is null ? null : before.ForFunction();
        await run.RunAsync(new TimerInfo(told, isPastDue), stop);
        var after = new TimerStatus(from, schedule.After(from, Zone), from);
        await KeepAsync(after);
        return after;
    }

    /// <summary>A stop does not cancel this write, because the run has happened.</summary>
    private async Task KeepAsync(TimerStatus status)
    {
        if (statusBlob is null)
            return;
        try
        {
            await statusBlob.WriteAsync(status, CancellationToken.None);
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "The schedule's status could not be written.");
        }
    }
}
