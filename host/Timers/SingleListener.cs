using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

/// <summary>Lets a timer's listener run while this instance has the lease, and waits for the lease while it has not.</summary>
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
                // Told to stop, or the lease is lost.
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
