using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Statistics;

/// <summary>The totals of days in a county's ledger, to be compared with its records and put right.</summary>
public sealed class DayTotalsTable(StorageAccounts accounts)
{
    public async Task<IReadOnlyDictionary<string, DayTotals>> ReadAsync(RegionCode county)
    {
        var totals = new Dictionary<string, DayTotals>();
        await foreach (
            var row in accounts.Ledger(county).QueryAsync<TableEntity>(KeyRange.Of(county.Value, FoldTable.TotalPrefix + DayCells.Kind))
        )
        {
            var (town, day) = DayCells.Parse(row.RowKey[FoldTable.TotalPrefix.Length..])!.Value;
            totals[DayCells.RowOf(town, day)] = new DayTotals(
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
        (await accounts.Ledger(county).FindAsync(county.Value, FoldTable.TotalPrefix + totals.Row))?.ETag == totals.Read;

    /// <summary>Replaces a row as it was read and marks its document, both or neither.</summary>
    /// <returns>False when the row has changed since.</returns>
    public async Task<bool> TryReplaceAsync(RegionCode county, DayTotals totals)
    {
        var row = new TableEntity(county.Value, FoldTable.TotalPrefix + totals.Row);
        foreach (var (village, tally) in totals.Villages)
            row[VillageColumn.Of(village)] = tally.Write().ToArray();
        var change = totals.Read is { } read
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, read)
            : new TableTransactionAction(TableTransactionActionType.Add, row);
        try
        {
            await accounts.Ledger(county).SubmitTransactionAsync([change, FoldTable.Mark(county, totals.Row)]);
            return true;
        }
        catch (TableTransactionFailedException rival) when (rival.Status is 404 or 409 or 412)
        {
            return false;
        }
    }
}
