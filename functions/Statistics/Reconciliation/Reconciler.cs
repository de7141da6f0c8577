using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Statistics.Reconciliation;

/// <summary>
/// Compares a county's totals with its records, while everything goes on. A row counts as settled when no news of it waited before and
/// after the records were read, and it was not changed in between: then totals and records speak of the same moment. The others are looked
/// at again.
/// </summary>
public sealed class Reconciler(Fold fold, FoldTable foldTable, DayTotalsTable table, IEnumerable<IRecount> recounts)
{
    private const int MostRounds = 5;

    private readonly HashSet<Metric> metrics = [.. recounts.SelectMany(recount => recount.Metrics)];

    /// <summary>What differs on the days since one; nothing is changed but that waiting news are folded.</summary>
    public Task<Comparison> CompareAsync(RegionCode county, Day since) =>
        RunAsync(county, since, (stored, _) => table.IsAsReadAsync(county, stored));

    /// <summary>Puts right what differs, and has the documents of every day published anew.</summary>
    public async Task<Comparison> RebuildAsync(RegionCode county)
    {
        var outcome = await RunAsync(
            county,
            new Day(DateOnly.MinValue),
            (stored, recounted) => table.TryReplaceAsync(county, stored.MendedBy(recounted, metrics))
        );
        await foldTable.MarkAsync(county, (await table.ReadAsync(county)).Keys);
        return outcome;
    }

    /// <param name="settle">What is done about a row that differs; false when it has changed meanwhile.</param>
    private async Task<Comparison> RunAsync(RegionCode county, Day since, Func<DayTotals, DayTotals, Task<bool>> settle)
    {
        var differences = new List<Difference>();
        HashSet<string>? open = null;
        var rows = 0;
        for (var round = 0; round < MostRounds && open is not { Count: 0 }; round++)
        {
            await fold.RunAsync(county);
            var pending = await ReadPendingAsync(county);
            var stored = await table.ReadAsync(county);
            var recounted = await RecountAsync(county);
            pending = pending.Union(await ReadPendingAsync(county)).ToHashSet();
            var looked = stored
                .Keys.Union(recounted.Keys)
                .Where(row => open?.Contains(row) ?? DayCells.Parse(row).Day.Date >= since.Date)
                .ToList();
            rows = Math.Max(rows, looked.Count);
            open = [.. looked.Where(pending.Contains)];
            foreach (var row in looked.Except(open).ToList())
            {
                var (town, day) = DayCells.Parse(row);
                var (before, after) = (
                    stored.GetValueOrDefault(row) ?? new DayTotals(town, day, []),
                    recounted.GetValueOrDefault(row) ?? new DayTotals(town, day, [])
                );
                var found = before.DifferencesFrom(after, county, metrics).ToList();
                // A row that is missing is put back even if it comes to nothing: what was taken back on the same day has reached people all
                // the same.
                if (found.Count == 0 && stored.ContainsKey(row))
                    continue;
                if (await settle(before, after))
                    differences.AddRange(found);
                else
                    open.Add(row);
            }
        }

        return new Comparison(differences, rows, open?.Count ?? 0);
    }

    /// <summary>The rows that news still waiting in the outbox will change.</summary>
    private async Task<IReadOnlySet<string>> ReadPendingAsync(RegionCode county)
    {
        var rows = new HashSet<string>();
        await foreach (var outbox in foldTable.ReadOutbox(county))
            rows.UnionWith(outbox.News.SelectMany(news => news.Cells()).Select(cell => cell.Row));
        return rows;
    }

    private async Task<Dictionary<string, DayTotals>> RecountAsync(RegionCode county)
    {
        var totals = new Dictionary<string, DayTotals>();
        foreach (var recount in recounts)
        {
            await foreach (var counted in recount.CountAsync(county))
            {
                var row = DayCells.RowOf(counted.Village.Town, counted.Day);
                if (!totals.TryGetValue(row, out var day))
                    totals[row] = day = new DayTotals(counted.Village.Town, counted.Day, []);
                if (!day.Villages.TryGetValue(counted.Village, out var tally))
                    day.Villages[counted.Village] = tally = new DayTally();
                tally.Figures.Add(counted.Metric, counted.Audience, counted.Count);
                if (counted.Person is { } person)
                    tally.Reached.Add(person);
            }
        }

        return totals;
    }
}
