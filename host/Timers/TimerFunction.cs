using EStation.LocalHost.Rpc;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

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

    public Task ListenAsync(CancellationToken stop)
    {
        var listener = new TimerListener(function.Timer!, schedule, run, status, time, logger);
        var lease = $"{storage.HostId}/Host.Functions.{function.Name}.Listener";
        return new SingleListener(listener, storage.Container, lease, storage.Leases, logger).RunAsync(stop);
    }

    /// <summary>An extra run, which does not change the schedule's status.</summary>
    public async Task RunNowAsync(CancellationToken stop)
    {
        var status = this.status is null ? null : await this.status.ReadAsync(stop);
        await run.RunAsync(new TimerInfo(status?.ForFunction(), IsPastDue: false), stop);
    }

    public void Dispose() => run.Dispose();
}
