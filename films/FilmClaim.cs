using Azure;
using Azure.Storage.Blobs.Specialized;

namespace EStation.Films;

/// <summary>A film that this instance prepares, as long as it renews the lease.</summary>
internal sealed class FilmClaim : IAsyncDisposable
{
    private readonly BlobLeaseClient lease;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewing;

    public FilmClaim(BlobLeaseClient lease, TimeSpan every)
    {
        this.lease = lease;
        renewing = RenewAsync(every);
    }

    /// <summary>Cancelled when another instance may have the film.</summary>
    public CancellationToken Lost => lost.Token;

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await renewing;
        try
        {
            await lease.ReleaseAsync();
        }
        catch (RequestFailedException gone) when (gone.Status is 404 or 409 or 412)
        {
            // The film was decided on or deleted meanwhile.
        }

        lost.Dispose();
        ended.Dispose();
    }

    private async Task RenewAsync(TimeSpan every)
    {
        using var timer = new PeriodicTimer(every);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token))
                await lease.RenewAsync(cancellationToken: ended.Token);
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
        catch (RequestFailedException)
        {
            await lost.CancelAsync();
        }
    }
}
