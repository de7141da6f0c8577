using Azure.Data.Tables;

namespace EStation.Ledger;

/// <summary>
/// What one request changes in a county: its records and their news, all of it or nothing.
/// </summary>
/// <remarks>Each row is marked with the id of the write, by which a batch whose answer was lost is recognised afterwards.</remarks>
internal sealed class Entry
{
    public const string WriteColumn = "Write";

    public Entry(IReadOnlyList<TableTransactionAction> changes, params IEnumerable<News> news)
    {
        Id = Guid.NewGuid().ToString("N");
        Changes = changes;
        News = [.. news.Select(piece => piece.ToUtf8())];
        Touches = [.. news.SelectMany(piece => piece.Cells).Select(cell => cell.Row).Distinct()];
        foreach (var change in changes)
            ((TableEntity)change.Entity)[WriteColumn] = Id;
        Bytes = changes.Sum(change => RowSize.Of((TableEntity)change.Entity));
        NewsBytes = News.Sum(piece => piece.Length + 1);
    }

    public string Id { get; }

    public IReadOnlyList<TableTransactionAction> Changes { get; }

    /// <summary>The news, each as UTF-8 JSON.</summary>
    public IReadOnlyList<byte[]> News { get; }

    /// <summary>The rows of totals that folding the news will change.</summary>
    public IReadOnlyList<string> Touches { get; }

    public int Bytes { get; }

    public int NewsBytes { get; }

    public IEnumerable<string> Keys => Changes.Select(change => change.Entity.RowKey);

    public static Entry Insert(TableEntity row, params IEnumerable<News> news) => new([new(TableTransactionActionType.Add, row)], news);
}
