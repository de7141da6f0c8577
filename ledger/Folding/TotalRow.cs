using Azure;
using Azure.Data.Tables;

namespace EStation.Ledger.Folding;

internal sealed class TotalRow(string name, TableEntity? stored)
{
    private readonly Dictionary<string, ITotal> cells = new(StringComparer.Ordinal);
    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private ETag? etag = stored?.ETag;

    public void Add(Cell cell, News news)
    {
        if (!cells.TryGetValue(cell.Column, out var total))
            cells[cell.Column] = total = cell.Read(stored?.GetBinaryData(cell.Column));
        total.Add(news);
        changed.Add(cell.Column);
    }

    public TableTransactionAction ToAction(Partition partition)
    {
        var row = new TableEntity(partition.Key, FoldTable.TotalPrefix + name);
        foreach (var column in changed)
            row[column] = cells[column].Write().ToArray();
        return etag is { } read
            ? new TableTransactionAction(TableTransactionActionType.UpdateMerge, row, read)
            : new TableTransactionAction(TableTransactionActionType.Add, row);
    }

    public void Stored(ETag now)
    {
        etag = now;
        changed.Clear();
    }
}
