using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Statistics.Reconciliation;

/// <summary>The totals of days in a county's ledger, which are compared with its records and corrected.</summary>
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

    /// <summary>Whether a row is still as it was read.</summary>
    public async Task<bool> IsAsReadAsync(RegionCode county, DayTotals totals) =>
        (await table.FindTotalsAsync(county, totals.Row))?.ETag == totals.Read;

    /// <summary>Replaces a row as it was read and marks its document, both or neither.</summary>
    /// <returns>False when the row has changed since.</returns>
    public Task<bool> TryReplaceAsync(RegionCode county, DayTotals totals) =>
        table.TryReplaceTotalsAsync(
            county,
            totals.Row,
            totals.Villages.ToDictionary(village => VillageColumn.Of(village.Key), ITotal (village) => village.Value),
            totals.Read,
            totals.Row
        );
}
