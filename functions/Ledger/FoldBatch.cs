using Azure.Data.Tables;

namespace EStation.Ledger;

/// <summary>Outbox rows that are added into the totals in one transaction.</summary>
public sealed class FoldBatch
{
    /// <summary>A transaction holds 100 rows.</summary>
    private const int MostRows = 100;

    /// <summary>A cell weighs 35 KB at the very most, a transaction takes 4 MiB.</summary>
    private const int MostCells = 100;

    private readonly Dictionary<string, TotalRow> totals = new(StringComparer.Ordinal);
    private readonly HashSet<string> documents = new(StringComparer.Ordinal);
    private readonly HashSet<(string Row, string Column)> cells = [];
    private readonly List<TableEntity> outbox = [];

    public IReadOnlyCollection<TotalRow> Totals => totals.Values;

    public IReadOnlyCollection<string> Documents => documents;

    public IReadOnlyCollection<TableEntity> Outbox => outbox;

    /// <summary>
    /// Whether this outbox row's news still fit into the transaction; the first always does (<see cref="Group"/> sees to that).
    /// </summary>
    public bool Fits(IReadOnlyList<(News News, Cell Cell)> additions)
    {
        var rows = totals.Keys.Union(additions.Select(addition => addition.Cell.Row)).Count();
        var marks = documents.Union(additions.Select(addition => addition.Cell.Document)).Count();
        var changed = cells.Union(additions.Select(addition => (addition.Cell.Row, addition.Cell.Column))).Count();
        return outbox.Count == 0 || (rows + marks + outbox.Count + 1 <= MostRows && changed <= MostCells);
    }

    public async Task AddAsync(TableEntity outboxRow, IReadOnlyList<(News News, Cell Cell)> additions, Func<string, Task<TotalRow>> load)
    {
        outbox.Add(outboxRow);
        foreach (var (news, cell) in additions)
        {
            if (!totals.TryGetValue(cell.Row, out var row))
                totals[cell.Row] = row = await load(cell.Row);
            row.Add(cell, news);
            cells.Add((cell.Row, cell.Column));
            documents.Add(cell.Document);
        }
    }
}
