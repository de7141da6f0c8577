namespace EStation.Ledger.Folding;

internal sealed class FoldBatch
{
    private const int MostRows = 100;

    /// <summary>A cell weighs at most 35 KB; a transaction takes 4 MiB.</summary>
    private const int MostCells = 100;

    private readonly Dictionary<string, TotalRow> totals = new(StringComparer.Ordinal);
    private readonly HashSet<string> documents = new(StringComparer.Ordinal);
    private readonly HashSet<(string Row, string Column)> cells = [];
    private readonly List<OutboxRow> outbox = [];

    public IReadOnlyCollection<TotalRow> Totals => totals.Values;

    public IReadOnlyCollection<string> Documents => documents;

    public IReadOnlyCollection<OutboxRow> Outbox => outbox;

    /// <summary>Whether the news of one more outbox row fit. The first row always fits: <c>Group</c> limits its news.</summary>
    public bool Fits(IReadOnlyList<(News News, Cell Cell)> additions)
    {
        var rows = totals.Keys.Union(additions.Select(addition => addition.Cell.Row)).Count();
        var marks = documents.Union(additions.Select(addition => addition.Cell.Document)).Count();
        var changed = cells.Union(additions.Select(addition => (addition.Cell.Row, addition.Cell.Column))).Count();
        return outbox.Count == 0 || (rows + marks + outbox.Count + 1 <= MostRows && changed <= MostCells);
    }

    public async Task AddAsync(OutboxRow row, IReadOnlyList<(News News, Cell Cell)> additions, Func<string, Task<TotalRow>> load)
    {
        outbox.Add(row);
        foreach (var (news, cell) in additions)
        {
            if (!totals.TryGetValue(cell.Row, out var total))
                totals[cell.Row] = total = await load(cell.Row);
            total.Add(cell, news);
            cells.Add((cell.Row, cell.Column));
            documents.Add(cell.Document);
        }
    }
}
