using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EStation.Storage;

/// <summary>Prepares storage at start: missing tables, seeds. The worker accepts requests before hosted services have started, so a
/// middleware delays them until then. The steps are retried while storage is down.</summary>
public sealed class Preparation(IEnumerable<IPrepare> steps, IHostApplicationLifetime life, ILogger<Preparation> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Ready => ready.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var step in steps)
                await PrepareAsync(step, stoppingToken);
            ready.TrySetResult();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            ready.TrySetCanceled(stoppingToken);
        }
        catch (Exception failure)
        {
            logger.LogCritical(failure, "The app cannot start: {Step}", failure.Message);
            ready.TrySetException(failure);
            Environment.ExitCode = 1;
            life.StopApplication();
        }
    }

    private async Task PrepareAsync(IPrepare step, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await step.PrepareAsync(cancellation);
                return;
            }
            catch (Exception away) when (StorageFailure.IsPassing(away) && !cancellation.IsCancellationRequested)
            {
                logger.LogWarning("Storage is away: {Problem}", away.Message.Split('\n')[0]);
            }

            // Real time, not the app's clock.
            await Task.Delay(Pause, cancellation);
        }
    }
}
