using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

internal sealed record LeaseTiming(TimeSpan Period, TimeSpan Polling);

/// <summary>The blob lease that lets one instance alone listen: <c>locks/HOSTID/Host.Functions.NAME.Listener</c>. It is renewed until its
/// release or <see cref="Lost"/>.</summary>
internal sealed class ListenerLease : IAsyncDisposable
{
    private readonly BlobLeaseClient lease;
    private readonly ILogger logger;
    private readonly LeaseRenewal renewal;

    private ListenerLease(BlobLeaseClient lease, LeaseTiming timing, ILogger logger)
    {
        this.lease = lease;
        this.logger = logger;
        renewal = new LeaseRenewal(lease, timing.Period, logger);
    }

    public CancellationToken Lost => renewal.Lost;

    /// <returns>Null while another instance has it.</returns>
    public static async Task<ListenerLease?> TryTakeAsync(
        BlobContainerClient container,
        string name,
        LeaseTiming timing,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        var blob = container.GetBlobClient($"locks/{name}");
        var lease = blob.GetBlobLeaseClient();
        try
        {
            await lease.AcquireAsync(timing.Period, cancellationToken: cancellationToken);
            return new ListenerLease(lease, timing, logger);
        }
        catch (RequestFailedException failure) when (failure.Status == 409)
        {
            return null;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await CreateAsync(blob, cancellationToken);
            return await TryTakeAsync(container, name, timing, logger, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await renewal.StopAsync();
        try
        {
            if (!Lost.IsCancellationRequested)
                await this.lease.ReleaseAsync();
        }
        catch (RequestFailedException failure)
        {
            logger.LogDebug(failure, "A lease was not released; it will lapse.");
        }

        renewal.Dispose();
    }

    private static async Task CreateAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            await blob.UploadAsync(BinaryData.Empty, overwrite: false, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // Another instance created it.
        }
    }
}
