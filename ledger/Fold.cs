using EStation.Ledger.Folding;

namespace EStation.Ledger;

/// <summary>Adds the news of a partition to its totals. The transaction that adds an outbox row also deletes it, so news are counted once,
/// for any number of concurrent or crashed folds. It needs no clock, cursor or lease.</summary>
public sealed class Fold(FoldTable table, TimeProvider time)
{
    /// <summary>After this many ETag conflicts the rest is left to the concurrent fold, or to the next one.</summary>
    private const int MostConflicts = 20;

    public async Task<int> RunAsync(Partition partition)
    {
        var folded = 0;
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            // After a conflict every row that was read may be stale: a new run reads again.
            var run = new FoldRun(partition, table, time);
            var finished = await run.RunAsync();
            folded += run.Folded;
            if (finished)
                break;
        }

        return folded;
    }
}
