namespace EStation.Ledger.Committing;

/// <summary>
/// One group's way into storage. One bad write fails the batch: it gets its own answer and the others go again. When another instance was
/// faster with a state, all decisions are made again.
/// </summary>
internal sealed class Commit(Partition partition, LedgerTable table, StateMemory memory, TimeProvider time, IEnumerable<Pending> members)
{
    private const int ShortestPauseMs = 8;
    private const int LongestPauseMs = 250;

    private readonly List<Pending> remaining = [.. members];
    private readonly Round round = new(partition, table, memory);
    private int conflicts;
    private int overtaken;

    /// <summary>Answers every member; never throws.</summary>
    public async Task RunAsync()
    {
        using var span = LedgerMeasures.Spans.StartActivity("commit");
        span?.SetTag("county", partition.Key).SetTag("entries", remaining.Count);
        try
        {
            while (!await TryAsync())
            {
                if (conflicts >= 2)
                    await SortOutAsync();
            }

            remaining.ForEach(member => member.Conclude());
        }
        catch (Exception failure)
        {
            // Whether the batch is stored is not known. If it still arrives, its ETags decide between it and what is decided from here on.
            round.Forget();
            remaining.ForEach(member => member.Fail(failure));
        }
    }

    /// <summary>True when all that remain are stored, or refused by their decisions.</summary>
    private async Task<bool> TryAsync()
    {
        var states = await round.DecideAsync(remaining);
        List<Pending> writing = [.. remaining.Where(member => member.Entry is not null)];
        if (writing.Count == 0)
            return true;
        LedgerMeasures.GroupSize.Record(writing.Count, LedgerMeasures.Tag(partition));
        IEnumerable<Entry> entries = writing.Select(member => member.Entry!);
        var answer = await table.SubmitAsync(partition, states is null ? [.. entries] : [states, .. entries]);
        if (answer.Blame is not { } blame)
        {
            round.Keep(answer.ETags);
            return true;
        }

        var at = states is null ? blame.Member : blame.Member - 1;
        return at < 0 ? await IsStoredAsync(blame, states!, writing) : await IsStoredAsync(blame, writing[at]);
    }

    /// <summary>A state was not as we had it: another instance has changed it, or we have, and the answer was lost.</summary>
    private async Task<bool> IsStoredAsync(Blame blame, Entry states, IReadOnlyList<Pending> writing)
    {
        if (!IsConflict(blame))
            throw new InvalidOperationException($"Storage refused a state: {blame.Status} {blame.Reason}.");
        overtaken++;
        LedgerMeasures.Overtaken.Add(1, LedgerMeasures.Tag(partition));
        var pause = Math.Min(LongestPauseMs, ShortestPauseMs << Math.Min(overtaken, 6));
        await Task.Delay(Random.Shared.Next(pause)); // not by the app's clock: rivals have to come apart in any case
        var ours = IsOursAsync(writing.First(member => member.Decision is not null)); // at once: what is read has to be as new as can be
        if ((await round.ReloadAsync()).Any(states.Wrote) | await ours)
            return true;
        remaining.RemoveAll(member => member.IsLate(time)); // their requests have had their 503: repeating them will tell
        return false;
    }

    private async Task<bool> IsOursAsync(Pending member) =>
        member.Entry!.Changes is [var first, ..] && member.Entry.Wrote(await table.FindAsync(partition, first.Entity.RowKey));

    /// <summary>Somebody's row stood in the way of the batch.</summary>
    private async Task<bool> IsStoredAsync(Blame blame, Pending blamed)
    {
        conflicts++;
        if (!IsConflict(blame))
        {
            Drop(blamed, () => blamed.Fail(new InvalidOperationException($"Storage refused a row: {blame.Status} {blame.Reason}.")));
            return false;
        }

        var rival =
            await table.FindRivalAsync(partition, blamed.Claims)
            ?? throw new LedgerUnavailableException("Storage spoke of a conflict that is not there.");
        // A batch whose answer was lost meets its own rows when it is sent again. It is atomic: one row of ours means all of them.
        if (blamed.Entry!.Wrote(rival))
        {
            round.Forget();
            return true;
        }

        Drop(blamed, () => blamed.Refuse(rival));
        return false;
    }

    /// <summary>After a second conflict, as on the day when everybody comes again: all keys are read at once.</summary>
    private async Task SortOutAsync()
    {
        var rivals = await Task.WhenAll(
            remaining.Select(async member => (Member: member, Row: await table.FindRivalAsync(partition, member.Claims)))
        );
        if (rivals.Any(rival => rival.Member.Entry?.Wrote(rival.Row) ?? false))
            return; // the next try meets its own rows, and says so
        foreach (var (member, row) in rivals)
        {
            if (row is not null)
                Drop(member, () => member.Refuse(row));
        }
    }

    private static bool IsConflict(Blame blame) => blame.Status is 404 or 409 or 412;

    private void Drop(Pending member, Action answer)
    {
        remaining.Remove(member);
        answer();
    }
}
