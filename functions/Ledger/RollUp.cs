using System.Collections.Concurrent;
using EStation.Regions;
using EStation.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EStation.Ledger;

/// <summary>Once a minute: folds the news of every county into its totals, then publishes what has changed.</summary>
public sealed class RollUp(Divisions divisions, Fold fold, FoldTable table, IEnumerable<IPublisher> publishers, ILogger<RollUp> logger)
{
    private const int CountiesAtOnce = 8;

    [Function(nameof(RollUp))]
    public async Task Run([TimerTrigger("%RollUpSchedule%")] TimerInfo timer, CancellationToken cancellation)
    {
        using var span = Measures.Spans.StartActivity("roll-up");
        var marks = new ConcurrentBag<DirtyMark>();
        var failures = new ConcurrentBag<Exception>();
        var folded = 0;
        await Parallel.ForEachAsync(
            divisions.Counties,
            new ParallelOptions { MaxDegreeOfParallelism = CountiesAtOnce },
            async (county, _) =>
            {
                try
                {
                    Interlocked.Add(ref folded, await fold.RunAsync(county));
                    foreach (var mark in await table.ReadMarksAsync(county))
                        marks.Add(mark);
                }
                catch (Exception failure)
                {
                    logger.LogError(failure, "Folding county {County} failed; its news wait for the next tick", county);
                    failures.Add(failure);
                }
            }
        );
        await PublishAsync([.. marks], failures);
        if (folded > 0 || !marks.IsEmpty)
            logger.LogInformation("Folded {Rows} outbox rows, published {Documents} documents", folded, marks.Count);
        if (!failures.IsEmpty)
            throw new AggregateException(failures);
        Measures.RollUps.Add(1);
    }

    private async Task PublishAsync(IReadOnlyCollection<DirtyMark> marks, ConcurrentBag<Exception> failures)
    {
        foreach (var publisher in publishers)
        {
            DirtyMark[] taken = [.. marks.Where(publisher.Takes)];
            try
            {
                await publisher.PublishAsync(taken);
                // Only now: a publisher that died before leaves its marks to the next.
                await Parallel.ForEachAsync(
                    taken,
                    new ParallelOptions { MaxDegreeOfParallelism = CountiesAtOnce },
                    async (mark, _) => await table.ClearAsync(mark)
                );
            }
            catch (Exception failure)
            {
                logger.LogError(failure, "{Publisher} failed; its marks wait for the next tick", publisher.GetType().Name);
                failures.Add(failure);
            }
        }
    }
}
