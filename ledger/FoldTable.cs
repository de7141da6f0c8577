using Azure;
using Azure.Data.Tables;
using EStation.Ledger.Folding;
using EStation.Ledger.Tables;

namespace EStation.Ledger;

/// <summary>The rows that a fold reads and writes: <c>outbox|</c>, <c>total|</c> and <c>dirty|</c>.</summary>
public sealed class FoldTable(LedgerAccounts accounts, NewsKinds kinds)
{
    public const string TotalPrefix = "total|";
    private const string DirtyPrefix = "dirty|";

    private const int OutboxPage = 100;

    private const int MostRows = 100;

    public IAsyncEnumerable<OutboxRow> ReadOutbox(Partition partition) =>
        accounts
            .TableOf(partition)
            .QueryAsync<TableEntity>(KeyRange.Of(partition.Key, OutboxRow.Prefix), OutboxPage)
            .Select(row => new OutboxRow(row, kinds));

    public Task<TableEntity?> FindTotalsAsync(Partition partition, string row) =>
        accounts.TableOf(partition).FindAsync(partition.Key, TotalPrefix + row);

    public IAsyncEnumerable<(string Row, TableEntity Totals)> ReadTotals(Partition partition, string prefix) =>
        accounts
            .TableOf(partition)
            .QueryAsync<TableEntity>(KeyRange.Of(partition.Key, TotalPrefix + prefix))
            .Select(row => (row.RowKey[TotalPrefix.Length..], row));

    /// <returns>False when the row has changed since; nothing is written then.</returns>
    public async Task<bool> TryReplaceTotalsAsync(
        Partition partition,
        string row,
        IReadOnlyDictionary<string, ITotal> cells,
        ETag? read,
        string document
    )
    {
        var totals = new TableEntity(partition.Key, TotalPrefix + row);
        foreach (var (column, total) in cells)
            totals[column] = total.Write().ToArray();
        var change = read is { } etag
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, totals, etag)
            : new TableTransactionAction(TableTransactionActionType.Add, totals);
        return await TrySubmitAsync(partition, [change, Mark(partition, document)]) is not null;
    }

    public async Task<IReadOnlyList<DirtyMark>> ReadMarksAsync(Partition partition) =>
        await accounts
            .TableOf(partition)
            .QueryAsync<TableEntity>(KeyRange.Of(partition.Key, DirtyPrefix))
            .Select(row => new DirtyMark(partition, row.RowKey[DirtyPrefix.Length..], row.ETag))
            .ToListAsync();

    public async Task MarkAsync(Partition partition, IEnumerable<string> documents)
    {
        foreach (var some in documents.Chunk(MostRows))
            await accounts.TableOf(partition).SubmitTransactionAsync(some.Select(document => Mark(partition, document)));
    }

    /// <summary>Deletes a mark, unless it was set again since it was read.</summary>
    internal async Task ClearAsync(DirtyMark mark)
    {
        try
        {
            await accounts.TableOf(mark.Partition).DeleteEntityAsync(mark.Partition.Key, DirtyPrefix + mark.Document, mark.Read);
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 412)
        {
            // Another publisher cleared it, or it was set again and waits for the next roll-up.
        }
    }

    /// <summary>Changes totals, marks documents and deletes the outbox rows, in one transaction.</summary>
    /// <returns>False after an ETag conflict with a concurrent fold.</returns>
    internal async Task<bool> SubmitAsync(Partition partition, FoldBatch batch)
    {
        var totals = batch.Totals.ToList();
        TableTransactionAction[] actions =
        [
            .. totals.Select(row => row.ToAction(partition)),
            .. batch.Documents.Select(document => Mark(partition, document)),
            .. batch.Outbox.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row.Row, row.Row.ETag)),
        ];
        if (await TrySubmitAsync(partition, actions) is not { } answer)
            return false;
        for (var i = 0; i < totals.Count; i++)
            totals[i].Stored(answer[i].Headers.ETag!.Value);
        return true;
    }

    private async Task<IReadOnlyList<Response>?> TrySubmitAsync(Partition partition, IEnumerable<TableTransactionAction> actions)
    {
        try
        {
            return (await accounts.TableOf(partition).SubmitTransactionAsync(actions)).Value;
        }
        catch (TableTransactionFailedException conflict) when (conflict.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    // The id makes each marking a change of the row, so that its ETag tells whether it was set again.
    private static TableTransactionAction Mark(Partition partition, string document) =>
        new(
            TableTransactionActionType.UpsertReplace,
            new TableEntity(partition.Key, DirtyPrefix + document) { [Entry.WriteColumn] = Guid.NewGuid().ToString("N") }
        );
}
