using Azure;
using Azure.Data.Tables;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Ledger;

/// <summary>
/// What folding reads and writes in a county's ledger: outbox rows, rows of totals, and marks of what has to be published anew.
/// </summary>
[PersonalColumn(
    "Ledger",
    "total",
    "V",
    Personal.Id,
    NotExportedBecause = "made of the records, which are exported",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn("Ledger", "total", "V", Personal.Name, NotExportedBecause = "made of the records, which are exported")]
public sealed class FoldTable(StorageAccounts accounts)
{
    public const string TotalPrefix = "total|";
    public const string DirtyPrefix = "dirty|";

    /// <summary>A page of outbox rows may weigh 48 KiB a row.</summary>
    private const int OutboxPage = 100;

    public IAsyncEnumerable<TableEntity> ReadOutbox(RegionCode county) =>
        accounts.Ledger(county).QueryAsync<TableEntity>(KeyRange.Of(county.Value, OutboxRow.Prefix), OutboxPage);

    public async Task<TotalRow> ReadTotalsAsync(RegionCode county, string row) =>
        new(row, await accounts.Ledger(county).FindAsync(county.Value, TotalPrefix + row));

    /// <summary>Changes totals, marks documents and deletes the outbox rows that were added in: all of it or nothing.</summary>
    /// <returns>False when somebody else was faster.</returns>
    public async Task<bool> SubmitAsync(RegionCode county, FoldBatch batch)
    {
        var totals = batch.Totals.ToList();
        List<TableTransactionAction> actions =
        [
            .. totals.Select(row => row.ToAction(county.Value)),
            .. batch.Documents.Select(document => Mark(county, document)),
            .. batch.Outbox.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, row.ETag)),
        ];
        try
        {
            var answer = await accounts.Ledger(county).SubmitTransactionAsync(actions);
            for (var i = 0; i < totals.Count; i++)
                totals[i].Stored(answer.Value[i].Headers.ETag!.Value);
            return true;
        }
        catch (TableTransactionFailedException rival) when (rival.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    public async Task<IReadOnlyList<DirtyMark>> ReadMarksAsync(RegionCode county)
    {
        var marks = new List<DirtyMark>();
        await foreach (var row in accounts.Ledger(county).QueryAsync<TableEntity>(KeyRange.Of(county.Value, DirtyPrefix)))
            marks.Add(new DirtyMark(county, row.RowKey[DirtyPrefix.Length..], row.ETag));
        return marks;
    }

    /// <summary>Has documents published anew for something else than news.</summary>
    public async Task MarkAsync(RegionCode county, IEnumerable<string> documents)
    {
        const int MostRows = 100;
        foreach (var some in documents.Chunk(MostRows))
            await accounts.Ledger(county).SubmitTransactionAsync(some.Select(document => Mark(county, document)));
    }

    /// <summary>Takes a mark away, unless it was set again since it was read.</summary>
    public async Task ClearAsync(DirtyMark mark)
    {
        try
        {
            await accounts.Ledger(mark.County).DeleteEntityAsync(mark.County.Value, DirtyPrefix + mark.Document, mark.Read);
        }
        catch (RequestFailedException since) when (since.Status is 404 or 412)
        {
            // Cleared by another publisher, or set again: then it is for the next tick.
        }
    }

    // The id makes each marking a change of the row, so that its ETag tells whether it was set again.
    public static TableTransactionAction Mark(RegionCode county, string document) =>
        new(
            TableTransactionActionType.UpsertReplace,
            new TableEntity(county.Value, DirtyPrefix + document) { [Entry.WriteColumn] = Guid.NewGuid().ToString("N") }
        );
}
