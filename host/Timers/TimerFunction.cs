using EStation.LocalHost.Rpc;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

/// <summary>One timer function with its schedule.</summary>
internal sealed class TimerFunction(
    Function function,
    TimerSchedule schedule,
    TimerRun run,
    TimerStorage storage,
    TimeProvider time,
    ILogger logger
) : IDisposable
{
    private readonly TimerStatusBlob? status =
        function.Timer!.UseMonitor && !schedule.IsOftenerThanMinutely(time.GetLocalNow())
            ? new TimerStatusBlob(storage.Container, storage.HostId, function.Name)
            : null;

    /// <summary>Fires by the schedule, on whichever instance has the lease, until told to stop.</summary>
    public Task ListenAsync(CancellationToken stop)
    {
        var listener = new TimerListener(function.Timer!, schedule, run, status, time, logger);
        var lease = $"{storage.HostId}/Host.Functions.{function.Name}.Listener";
        return new SingleListener(listener, storage.Container, lease, storage.Leases, logger).RunAsync(stop);
    }

    /// <summary>A run out of schedule, which the schedule does not take note of.</summary>
    public async Task RunNowAsync(CancellationToken stop)
    {
        var status = this.status is null ? null : await this.status.ReadAsync(stop);
        await run.RunAsync(new TimerInfo(status?.ForFunction(), IsPastDue: false), stop);
    }

    public void Dispose() => run.Dispose();
}
