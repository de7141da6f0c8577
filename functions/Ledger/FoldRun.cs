using EStation.Regions;

namespace EStation.Ledger;

/// <summary>One pass over a county's outbox, with the rows of totals that it has read so far.</summary>
internal sealed class FoldRun(RegionCode county, FoldTable table)
{
    private readonly Dictionary<string, TotalRow> read = new(StringComparer.Ordinal);

    public int Folded { get; private set; }

    /// <returns>False when another folder was faster.</returns>
    public async Task<bool> RunAsync()
    {
        var batch = new FoldBatch();
        await foreach (var row in table.ReadOutbox(county))
        {
            var additions = OutboxRow.NewsOf(row).SelectMany(news => news.Cells.Select(cell => (news, cell))).ToList();
            if (!batch.Fits(additions))
            {
                if (!await SubmitAsync(batch))
                    return false;
                batch = new FoldBatch();
            }

            await batch.AddAsync(row, additions, LoadAsync);
        }

        return batch.Outbox.Count == 0 || await SubmitAsync(batch);
    }

    private async Task<TotalRow> LoadAsync(string row)
    {
        if (!read.TryGetValue(row, out var totals))
            read[row] = totals = await table.ReadTotalsAsync(county, row);
        return totals;
    }

    private async Task<bool> SubmitAsync(FoldBatch batch)
    {
        var stored = await table.SubmitAsync(county, batch);
        Folded += stored ? batch.Outbox.Count : 0;
        return stored;
    }
}
