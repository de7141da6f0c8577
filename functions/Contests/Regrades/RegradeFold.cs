using System.Collections.Concurrent;
using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.Contests.Questions;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Regrades;

/// <summary>Folds and publishes the totals of a version of the key, as the roll-up does.</summary>
public sealed class RegradeFold(
    Fold fold,
    FoldTable table,
    BoardPublisher boards,
    QuestionPublisher questions,
    RegradeScan scan
)
{
    /// <param name="name">Of the version's totals.</param>
    /// <returns>False when another fold is at it: ask again.</returns>
    public async Task<bool> IsPublishedAsync(string name)
    {
        var waiting = new ConcurrentBag<(RegionCode County, string Key)>();
        await scan.ForEachCountyAsync(async county =>
        {
            await foreach (var row in table.ReadOutbox(county))
                waiting.Add((county, row.Key));
        });
        var before = waiting.ToHashSet();
        var (left, marks) = (0, new ConcurrentBag<DirtyMark>());
        await scan.ForEachCountyAsync(async county =>
        {
            await fold.RunAsync(county);
            await foreach (var row in table.ReadOutbox(county))
                Interlocked.Add(ref left, before.Contains((county, row.Key)) ? 1 : 0);
            // Read after the fold: whatever was added has left its marks, here or at another instance.
            foreach (var mark in (await table.ReadMarksAsync(county)).Where(mark => IsOf(name, mark)))
                marks.Add(mark);
        });
        if (left > 0)
            return false;
        await boards.PublishAsync([.. marks.Where(boards.Takes)]);
        await questions.PublishAsync([.. marks.Where(questions.Takes)]);
        return true;
    }

    private static bool IsOf(string name, DirtyMark mark) =>
        mark.Document.StartsWith($"{ContestCells.Kind.Prefix}{name}|", StringComparison.Ordinal)
        || mark.Document.StartsWith($"{QuestionCells.Kind.Prefix}{name}|", StringComparison.Ordinal);
}
