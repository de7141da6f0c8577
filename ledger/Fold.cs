using EStation.Ledger.Folding;

namespace EStation.Ledger;

/// <summary>
/// Adds the news of a partition to its totals. The transaction that adds an outbox row also deletes it, so news are counted once, however
/// many folds run at a time and wherever one of them dies. No clock, cursor or lease is involved.
/// </summary>
public sealed class Fold(FoldTable table, TimeProvider time)
{
    /// <summary>After so many ETag conflicts the rest is left to the concurrent fold, or to the next one.</summary>
    private const int MostConflicts = 20;

    /// <returns>How many outbox rows were added.</returns>
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
