using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

internal sealed class SingleListener(
    TimerListener listener,
    BlobContainerClient container,
    string leaseName,
    LeaseTiming timing,
    ILogger logger
)
{
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stop);
            }
            catch (OperationCanceledException)
            {
                // The host stops, or the lease is lost.
            }
            catch (Exception failure)
            {
                logger.LogError(failure, "A timer could not listen ({Lease}); it will try again.", leaseName);
            }

            await Task.Delay(timing.Polling, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        await using var lease = await ListenerLease.TryTakeAsync(container, leaseName, timing, logger, stop);
        if (lease is null)
            return;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, lease.Lost);
        await listener.ListenAsync(either.Token);
    }
}
