using EStation.Regions;
using EStation.Telemetry;

namespace EStation.Ledger;

/// <summary>One pass over a county's outbox, with the rows of totals that it has read so far.</summary>
public sealed class FoldRun(RegionCode county, FoldTable table, TimeProvider time)
{
    private readonly Dictionary<string, TotalRow> read = new(StringComparer.Ordinal);

    private FoldBatch batch = new();

    public int Folded { get; private set; }

    /// <summary>How old the oldest news are that have been read and not added in.</summary>
    private double AgeOfRest => batch.Outbox.Count == 0 ? 0 : (time.GetUtcNow() - OutboxRow.WrittenAt(batch.Outbox.First())).TotalSeconds;

    /// <returns>False when another folder was faster.</returns>
    public async Task<bool> RunAsync()
    {
        try
        {
            return await AddAllAsync();
        }
        finally
        {
            Measures.OutboxAge.Record(AgeOfRest, Measures.County(county));
        }
    }

    private async Task<bool> AddAllAsync()
    {
        await foreach (var row in table.ReadOutbox(county))
        {
            var additions = OutboxRow.NewsOf(row).SelectMany(news => news.Cells.Select(cell => (news, cell))).ToList();
            if (!batch.Fits(additions))
            {
                if (!await SubmitAsync())
                    return false;
            }

            await batch.AddAsync(row, additions, LoadAsync);
        }

        return batch.Outbox.Count == 0 || await SubmitAsync();
    }

    private async Task<TotalRow> LoadAsync(string row)
    {
        if (!read.TryGetValue(row, out var totals))
            read[row] = totals = await table.ReadTotalsAsync(county, row);
        return totals;
    }

    private async Task<bool> SubmitAsync()
    {
        if (!await table.SubmitAsync(county, batch))
            return false;
        Folded += batch.Outbox.Count;
        Measures.FoldLag.Record(AgeOfRest, Measures.County(county));
        batch = new FoldBatch();
        return true;
    }
}
