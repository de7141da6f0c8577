using Azure;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

/// <summary>
/// Renews a lease at half its time. <see cref="Lost"/> is cancelled as soon as the lease is gone, or could be because no renewal got
/// through.
/// </summary>
internal sealed class LeaseRenewal : IDisposable
{
    // Not the app's clock: the lease lapses on storage's.
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly CancellationTokenSource _done = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly BlobLeaseClient _lease;
    private readonly TimeSpan _period;
    private readonly ILogger _logger;
    private readonly Task _renewing;

    public LeaseRenewal(BlobLeaseClient lease, TimeSpan period, ILogger logger)
    {
        _lease = lease;
        _period = period;
        _logger = logger;
        _renewing = RenewAsync(_time.GetTimestamp());
    }

    private enum Outcome
    {
        Renewed,
        NoAnswer,
        Lost,
    }

    public CancellationToken Lost => _lost.Token;

    public async Task StopAsync()
    {
        await _done.CancelAsync();
        await _renewing;
    }

    public void Dispose()
    {
        _done.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync(long renewed)
    {
        var pause = _period / 2;
        while (true)
        {
            await Task.Delay(pause, _done.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_done.IsCancellationRequested)
                return;
            var before = _time.GetTimestamp();
            var outcome = await TryRenewAsync(_period - _time.GetElapsedTime(renewed));
            if (outcome == Outcome.Renewed)
                renewed = before;
            if (outcome == Outcome.Lost || _time.GetElapsedTime(renewed) >= _period)
            {
                await _lost.CancelAsync();
                return;
            }

            pause = outcome == Outcome.Renewed ? _period / 2 : _period / 16;
        }
    }

    private async Task<Outcome> TryRenewAsync(TimeSpan left)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_done.Token);
        patience.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        try
        {
            await _lease.RenewAsync(cancellationToken: patience.Token);
            return Outcome.Renewed;
        }
        catch (RequestFailedException failure) when (failure.Status is 404 or 409 or 412)
        {
            _logger.LogWarning("A timer's lease was lost; this instance stops listening.");
            return Outcome.Lost;
        }
        catch (Exception failure) when (failure is RequestFailedException or OperationCanceledException or AggregateException)
        {
            return Outcome.NoAnswer;
        }
    }
}
