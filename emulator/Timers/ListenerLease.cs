using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;

namespace EStation.Emulator;

/// <summary>How long a listener's lease lasts unrenewed, and how often those without it try.</summary>
internal sealed record LeaseTiming(TimeSpan Period, TimeSpan Polling);

/// <summary>
/// The blob lease that lets one instance alone listen: <c>locks/HOSTID/Host.Functions.NAME.Listener</c>. Renewed at half its time;
/// <see cref="Lost"/> is cancelled as soon as it is gone, or could be because no renewal got through.
/// </summary>
internal sealed class ListenerLease : IAsyncDisposable
{
    private readonly BlobLeaseClient _lease;
    private readonly LeaseTiming _timing;
    // Not the app's clock: the lease lapses on storage's.
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _done = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly Task _renewing;

    private ListenerLease(BlobLeaseClient lease, LeaseTiming timing, ILogger logger)
    {
        _lease = lease;
        _timing = timing;
        _logger = logger;
        _renewing = RenewAsync(_time.GetTimestamp());
    }

    public CancellationToken Lost => _lost.Token;

    /// <returns>Null while another instance has it.</returns>
    public static async Task<ListenerLease?> TryTakeAsync(
        BlobContainerClient container, string name, LeaseTiming timing, ILogger logger, CancellationToken cancellationToken)
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
        await _done.CancelAsync();
        await _renewing;
        try
        {
            if (!Lost.IsCancellationRequested)
                await _lease.ReleaseAsync();
        }
        catch (RequestFailedException failure)
        {
            _logger.LogDebug(failure, "A lease was not released; it will lapse.");
        }

        _done.Dispose();
        _lost.Dispose();
    }

    private static async Task CreateAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            await blob.UploadAsync(BinaryData.Empty, overwrite: false, cancellationToken);
        }
        catch (RequestFailedException failure) when (failure.Status is 409 or 412)
        {
            // Another instance made it.
        }
    }

    private async Task RenewAsync(long renewed)
    {
        var pause = _timing.Period / 2;
        while (!_done.IsCancellationRequested)
        {
            await Task.Delay(pause, _time, _done.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_done.IsCancellationRequested)
                return;
            var before = _time.GetTimestamp();
            var outcome = await TryRenewAsync(_timing.Period - _time.GetElapsedTime(renewed));
            if (outcome is true)
                renewed = before;
            if (outcome is null || _time.GetElapsedTime(renewed) >= _timing.Period)
            {
                await _lost.CancelAsync();
                return;
            }

            pause = outcome is true ? _timing.Period / 2 : _timing.Period / 16;
        }
    }

    /// <returns>Null when somebody else has it; false when storage did not answer.</returns>
    private async Task<bool?> TryRenewAsync(TimeSpan left)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_done.Token);
        patience.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        try
        {
            await _lease.RenewAsync(cancellationToken: patience.Token);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            _logger.LogWarning("A timer's lease was lost; this instance stops listening.");
            return null;
        }
        catch (Exception failure) when (failure is RequestFailedException or OperationCanceledException or AggregateException)
        {
            return false;
        }
    }
}
