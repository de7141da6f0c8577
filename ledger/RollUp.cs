using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EStation.Ledger;

/// <summary>Folds the news of partitions into their totals, then publishes the changes. Concurrent runs are safe.</summary>
public sealed class RollUp(Fold fold, FoldTable table, IEnumerable<IPublisher> publishers, ILogger<RollUp> logger)
{
    private const int PartitionsAtOnce = 8;

    /// <exception cref="AggregateException">Some partitions or publishers failed; the others are done. The next run retries.</exception>
    public async Task RunAsync(IEnumerable<Partition> partitions)
    {
        using var span = LedgerMeasures.Spans.StartActivity("roll-up");
        var marks = new ConcurrentBag<DirtyMark>();
        var failures = new ConcurrentBag<Exception>();
        var folded = 0;
        await ForEachAsync(
            partitions,
            async partition =>
            {
                try
                {
                    Interlocked.Add(ref folded, await fold.RunAsync(partition));
                    foreach (var mark in await table.ReadMarksAsync(partition))
                        marks.Add(mark);
                }
                catch (Exception failure)
                {
                    logger.LogError(failure, "Folding county {County} failed; its news wait for the next roll-up", partition);
                    failures.Add(failure);
                }
            }
        );
        foreach (var publisher in publishers)
        {
            try
            {
                await PublishAsync(publisher, [.. marks.Where(publisher.Takes)]);
            }
            catch (Exception failure)
            {
                logger.LogError(failure, "{Publisher} failed; its marks wait for the next roll-up", publisher.GetType().Name);
                failures.Add(failure);
            }
        }

        if (folded > 0 || !marks.IsEmpty)
            logger.LogInformation("Folded {Rows} outbox rows, published {Documents} documents", folded, marks.Count);
        if (!failures.IsEmpty)
            throw new AggregateException(failures);
    }

    private async Task PublishAsync(IPublisher publisher, IReadOnlyCollection<DirtyMark> marks)
    {
        await publisher.PublishAsync(marks);
        // A publisher that dies before this line leaves its marks to the next run.
        await ForEachAsync(marks, table.ClearAsync);
    }

    private static Task ForEachAsync<T>(IEnumerable<T> items, Func<T, Task> body) =>
        Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = PartitionsAtOnce },
            async (item, _) => await body(item)
        );
}
