namespace EStation.Ledger.Folding;

internal sealed class FoldRun(Partition partition, FoldTable table, TimeProvider time)
{
    private readonly Dictionary<string, TotalRow> read = new(StringComparer.Ordinal);

    private FoldBatch batch = new();

    public int Folded { get; private set; }

    /// <summary>The age of the oldest news that were read and not added yet, in seconds.</summary>
    private double AgeOfRest => batch.Outbox.Count == 0 ? 0 : (time.GetUtcNow() - batch.Outbox.First().WrittenAt).TotalSeconds;

    public async Task<bool> RunAsync()
    {
        try
        {
            return await AddAllAsync();
        }
        finally
        {
            LedgerMeasures.OutboxAge.Record(AgeOfRest, LedgerMeasures.Tag(partition));
        }
    }

    private async Task<bool> AddAllAsync()
    {
        await foreach (var row in table.ReadOutbox(partition))
        {
            var additions = row.News.SelectMany(news => news.Cells().Select(cell => (news, cell))).ToList();
            if (!batch.Fits(additions) && !await SubmitAsync())
                return false;
            await batch.AddAsync(row, additions, LoadAsync);
        }

        return batch.Outbox.Count == 0 || await SubmitAsync();
    }

    private async Task<TotalRow> LoadAsync(string row)
    {
        if (!read.TryGetValue(row, out var totals))
            read[row] = totals = new TotalRow(row, await table.FindTotalsAsync(partition, row));
        return totals;
    }

    private async Task<bool> SubmitAsync()
    {
        if (!await table.SubmitAsync(partition, batch))
            return false;
        Folded += batch.Outbox.Count;
        LedgerMeasures.FoldLag.Record(AgeOfRest, LedgerMeasures.Tag(partition));
        batch = new FoldBatch();
        return true;
    }
}
