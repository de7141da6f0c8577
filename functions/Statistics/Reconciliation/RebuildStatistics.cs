using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EStation.Statistics.Reconciliation;

/// <summary>
/// Goes on with a rebuild that was asked for, county by county. When it dies, the next minute goes on with the county it was in.
/// </summary>
public sealed class RebuildStatistics(
    Reconciler reconciler,
    ReconciliationTable table,
    TimeProvider time,
    ILogger<RebuildStatistics> logger
)
{
    [Function(nameof(RebuildStatistics))]
    public async Task Run([TimerTrigger("40 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (var step in (await table.ReadRebuildAsync()).Where(step => step.DoneAt is null))
        {
            cancellation.ThrowIfCancellationRequested();
            var outcome = await reconciler.RebuildAsync(step.County);
            await table.ReplaceAsync(
                step with
                {
                    DoneAt = time.Now(),
                    Rows = outcome.Rows,
                    Mended = outcome.Differences.Count,
                    Unsettled = outcome.Unsettled,
                }
            );
            logger.LogInformation(
                "Rebuilt the totals of {County}: {Rows} days of towns, {Mended} figures mended",
                step.County,
                outcome.Rows,
                outcome.Differences.Count
            );
        }
    }
}
