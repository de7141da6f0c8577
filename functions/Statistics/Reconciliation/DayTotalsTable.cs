using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Statistics.Reconciliation;

public sealed class DayTotalsTable(FoldTable table)
{
    public async Task<IReadOnlyDictionary<string, DayTotals>> ReadAsync(RegionCode county)
    {
        var totals = new Dictionary<string, DayTotals>();
        await foreach (var (name, row) in table.ReadTotals(county, DayCells.Kind.Prefix))
        {
            var (town, day) = DayCells.Parse(name);
            totals[name] = new DayTotals(
                town,
                day,
                VillageColumn.ReadAll(row, DayTally.Read).ToDictionary(cell => cell.Village, cell => cell.Total),
                row.ETag
            );
        }

        return totals;
    }

    public async Task<bool> IsAsReadAsync(RegionCode county, DayTotals totals) =>
        (await table.FindTotalsAsync(county, totals.Row))?.ETag == totals.Read;

    /// <summary>Replaces a row by its ETag and marks its document, in one transaction.</summary>
    /// <returns>False after an ETag conflict.</returns>
    public Task<bool> TryReplaceAsync(RegionCode county, DayTotals totals) =>
        table.TryReplaceTotalsAsync(
            county,
            totals.Row,
            totals.Villages.ToDictionary(village => VillageColumn.Of(village.Key), ITotal (village) => village.Value),
            totals.Read,
            totals.Row
        );
}
