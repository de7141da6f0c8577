using EStation.Regions;

namespace EStation.Ledger;

/// <summary>
/// Adds the news of a county into its totals. No clock, no cursor and no lease: an outbox row is deleted in the transaction that adds it
/// in, so it is added once, however many fold at the same time and wherever one of them dies.
/// </summary>
public sealed class Fold(FoldTable table, TimeProvider time)
{
    /// <summary>After so many collisions with another folder the rest is left to it, or to the next tick.</summary>
    private const int MostCollisions = 20;

    /// <returns>How many outbox rows were added in.</returns>
    public async Task<int> RunAsync(RegionCode county)
    {
        var folded = 0;
        for (var collisions = 0; collisions < MostCollisions; collisions++)
        {
            // After a collision everything that was read may be stale: it is read again.
            var run = new FoldRun(county, table, time);
            var finished = await run.RunAsync();
            folded += run.Folded;
            if (finished)
                break;
        }

        return folded;
    }
}
