using EStation.Regions;
using EStation.Storage;
using EStation.Telemetry;

namespace EStation.Ledger;

/// <summary>
/// One group's way into storage. One bad write fails the batch: it gets its own answer and the others go again.
/// </summary>
internal sealed class Commit(RegionCode county, LedgerTable table, IEnumerable<Pending> members)
{
    private readonly List<Pending> remaining = [.. members];

    /// <summary>Answers every member; never throws.</summary>
    public async Task RunAsync()
    {
        using var span = Measures.Spans.StartActivity("commit");
        span?.SetTag("county", county.Value).SetTag("entries", remaining.Count);
        try
        {
            for (var conflicts = 1; !await TryAsync(); conflicts++)
            {
                if (conflicts >= 2)
                    await SortOutAsync();
            }

            remaining.ForEach(member => member.Accept());
        }
        catch (Exception failure)
        {
            remaining.ForEach(member => member.Fail(failure));
        }
    }

    /// <summary>True when all that remain are stored.</summary>
    private async Task<bool> TryAsync()
    {
        if (remaining.Count == 0)
            return true;
        Measures.GroupSize.Record(remaining.Count, Measures.County(county));
        var refusal = await table.SubmitAsync(county, [.. remaining.Select(member => member.Entry)]);
        if (refusal is null)
            return true;

        var blamed = remaining[refusal.Member];
        if (refusal.Status is not (404 or 409 or 412))
        {
            Drop(blamed, () => blamed.Fail(new InvalidOperationException($"Storage refused a row: {refusal.Status} {refusal.Reason}.")));
            return false;
        }

        var rival = await table.FindRivalAsync(county, blamed.Entry)
            ?? throw new StorageUnavailableException("Storage spoke of a conflict that is not there.");
        if (IsOurs(rival, blamed))
            return true;
        Drop(blamed, () => blamed.Refuse(rival));
        return false;
    }

    /// <summary>After a second conflict, as on the day when everybody comes again: all keys are read at once.</summary>
    private async Task SortOutAsync()
    {
        var rivals = await Task.WhenAll(remaining.Select(async member => (Member: member, Row: await table.FindRivalAsync(county, member.Entry))));
        if (rivals.Any(rival => rival.Row is not null && IsOurs(rival.Row, rival.Member)))
            return; // the next try meets its own rows, and says so
        foreach (var (member, row) in rivals)
        {
            if (row is not null)
                Drop(member, () => member.Refuse(row));
        }
    }

    /// <summary>A batch whose answer was lost meets its own rows when it is sent again. It is atomic: one row of ours means all of them.</summary>
    private static bool IsOurs(Azure.Data.Tables.TableEntity row, Pending member) => row.GetString(Entry.WriteColumn) == member.Entry.Id;

    private void Drop(Pending member, Action answer)
    {
        remaining.Remove(member);
        answer();
    }
}
