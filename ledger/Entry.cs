using Azure;
using Azure.Data.Tables;

namespace EStation.Ledger;

/// <summary>The rows that one request changes in a partition, and their news, stored atomically. Each row carries the id of its write,
/// which identifies a batch whose answer was lost.</summary>
public sealed class Entry
{
    internal const string WriteColumn = "Write";

    public Entry(IReadOnlyList<TableTransactionAction> changes, params IEnumerable<News> news)
    {
        Id = Guid.NewGuid().ToString("N");
        Changes = changes;
        Pieces = [.. news.Select(piece => (piece.ToUtf8(), piece.Cells().Select(cell => cell.Row).Distinct().ToArray()))];
        foreach (var change in changes)
            ((TableEntity)change.Entity)[WriteColumn] = Id;
        Weight = Weight.Of(
            changes.Select(change => (TableEntity)change.Entity),
            Pieces.SelectMany(piece => piece.Totals),
            Pieces.Sum(piece => piece.Json.Length + 1)
        );
        Claims = [.. changes.Select(Claim.Of)];
    }

    public string Id { get; }

    public IReadOnlyList<TableTransactionAction> Changes { get; }

    /// <summary>The news, each as UTF-8 JSON with the rows of totals that it changes.</summary>
    public IReadOnlyList<(byte[] Json, string[] Totals)> Pieces { get; }

    public Weight Weight { get; }

    public IReadOnlyList<Claim> Claims { get; }

    public bool Wrote(TableEntity? row) => row?.GetString(WriteColumn) == Id;

    public static Entry Insert(TableEntity row, params IEnumerable<News> news) => new([new(TableTransactionActionType.Add, row)], news);

    /// <summary>Inserts a row, or replaces the row that was read with an ETag.</summary>
    public static Entry Put(TableEntity row, ETag? read, params IEnumerable<News> news) =>
        read is { } etag ? new([new(TableTransactionActionType.UpdateReplace, row, etag)], news) : Insert(row, news);
}
