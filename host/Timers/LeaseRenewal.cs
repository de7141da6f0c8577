using Azure;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

/// <summary>Renews a lease at half its time. <see cref="Lost"/> is cancelled when the lease is gone, or may have lapsed because renewals
/// failed.</summary>
internal sealed class LeaseRenewal : IDisposable
{
    // Not the app's clock: the lease lapses by that of storage.
    private readonly TimeProvider time = TimeProvider.System;
    private readonly CancellationTokenSource done = new();
    private readonly CancellationTokenSource lost = new();
    private readonly BlobLeaseClient lease;
    private readonly TimeSpan period;
    private readonly ILogger logger;
    private readonly Task renewing;

    public LeaseRenewal(BlobLeaseClient lease, TimeSpan period, ILogger logger)
    {
        this.lease = lease;
        this.period = period;
        this.logger = logger;
        renewing = RenewAsync(time.GetTimestamp());
    }

    private enum Outcome
    {
        Renewed,
        NoAnswer,
        Lost,
    }

    public CancellationToken Lost => lost.Token;

    public async Task StopAsync()
    {
        await done.CancelAsync();
        await renewing;
    }

    public void Dispose()
    {
        done.Dispose();
        lost.Dispose();
    }

    private async Task RenewAsync(long renewed)
    {
        var pause = period / 2;
        while (true)
        {
            await Task.Delay(pause, done.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (done.IsCancellationRequested)
                return;
            var before = time.GetTimestamp();
            var outcome = await TryRenewAsync(period - time.GetElapsedTime(renewed));
            if (outcome == Outcome.Renewed)
                renewed = before;
            if (outcome == Outcome.Lost || time.GetElapsedTime(renewed) >= period)
            {
                await lost.CancelAsync();
                return;
            }

            pause = outcome == Outcome.Renewed ? period / 2 : period / 16;
        }
    }

    private async Task<Outcome> TryRenewAsync(TimeSpan left)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(done.Token);
        patience.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        try
        {
            await this.lease.RenewAsync(cancellationToken: patience.Token);
            return Outcome.Renewed;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            logger.LogWarning("A timer's lease was lost; this instance stops listening.");
            return Outcome.Lost;
        }
        catch (Exception failure) when (failure is RequestFailedException or OperationCanceledException or AggregateException)
        {
            return Outcome.NoAnswer;
        }
    }
}
