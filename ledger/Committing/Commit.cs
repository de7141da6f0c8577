namespace EStation.Ledger.Committing;

/// <summary>Commits one group. A write that fails the batch gets its own answer, and the batch is sent again without it. After an ETag
/// conflict on a state, all decisions are made again.</summary>
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
            // The outcome of the batch is unknown. If it arrives late, ETags decide between it and later decisions.
            round.Forget();
            remaining.ForEach(member => member.Fail(failure));
        }
    }

    /// <summary>True when every remaining member is stored, or has decided to write nothing.</summary>
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

    /// <summary>A state had another ETag: another instance changed it, or this one did and the answer was lost.</summary>
    private async Task<bool> IsStoredAsync(Blame blame, Entry states, IReadOnlyList<Pending> writing)
    {
        if (!IsConflict(blame))
            throw new InvalidOperationException($"Storage refused a state: {blame.Status} {blame.Reason}.");
        overtaken++;
        LedgerMeasures.Overtaken.Add(1, LedgerMeasures.Tag(partition));
        var pause = Math.Min(LongestPauseMs, ShortestPauseMs << Math.Min(overtaken, 6));
        await Task.Delay(Random.Shared.Next(pause)); // real time: rivals must separate also in a test that stops the clock
        var ours = IsOursAsync(writing.First(member => member.Decision is not null)); // started before the reload, so that it reads no older state
        if ((await round.ReloadAsync()).Any(states.Wrote) | await ours)
            return true;
        remaining.RemoveAll(member => member.IsLate(time)); // their requests were answered with 503
        return false;
    }

    private async Task<bool> IsOursAsync(Pending member) =>
        member.Entry!.Changes is [var first, ..] && member.Entry.Wrote(await table.FindAsync(partition, first.Entity.RowKey));

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
        // A batch whose answer was lost conflicts with its own rows when it is sent again. It is atomic: one row of ours means all of them.
        if (blamed.Entry!.Wrote(rival))
        {
            round.Forget();
            return true;
        }

        Drop(blamed, () => blamed.Refuse(rival));
        return false;
    }

    /// <summary>After a second conflict all keys are read at once: many members may be repeated requests.</summary>
    private async Task SortOutAsync()
    {
        var rivals = await Task.WhenAll(
            remaining.Select(async member => (Member: member, Row: await table.FindRivalAsync(partition, member.Claims)))
        );
        if (rivals.Any(rival => rival.Member.Entry?.Wrote(rival.Row) ?? false))
            return; // the next try conflicts with its own rows, and recognises them
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
