namespace EStation.Ledger.Committing;

/// <summary>The writer of one partition. During a transaction the next group gathers, so grouping adds no delay. A client that disconnects
/// never cancels a batch with others in it.</summary>
internal sealed class GroupCommit(Partition partition, LedgerTable table, TimeProvider time)
{
    /// <summary>The timeout of a request. After it the answer is 503; a repeated request returns the stored result.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly LinkedList<Pending> waiting = [];
    private readonly StateMemory memory = new();
    private bool writing;

    public Task<Answer> WriteAsync(Entry entry) => AnswerAsync(new Pending(entry, time.GetTimestamp()));

    public Task<Answer> DecideAsync(Decision decision) => AnswerAsync(new Pending(decision, time.GetTimestamp()));

    private async Task<Answer> AnswerAsync(Pending pending)
    {
        Enqueue(pending);
        try
        {
            return await pending.Answer.WaitAsync(Patience, time);
        }
        catch (TimeoutException timeout)
        {
            throw new LedgerUnavailableException("The ledger did not answer in time.", timeout);
        }
    }

    private void Enqueue(Pending pending)
    {
        lock (waiting)
        {
            waiting.AddLast(pending);
            if (writing)
                return;
            writing = true;
        }

        _ = WriteAllAsync();
    }

    private async Task WriteAllAsync()
    {
        while (NextGroup() is { } group)
        {
            await new Commit(partition, table, memory, time, group.Members).RunAsync();
            foreach (var member in group.Members.Where(member => member.Followers.Count > 0))
                _ = SettleAsync(member);
        }
    }

    private Group? NextGroup()
    {
        lock (waiting)
        {
            var group = new Group();
            while (waiting.First is { } next && Takes(group, next.Value))
                waiting.RemoveFirst();
            writing = group.Members.Count > 0;
            return writing ? group : null;
        }
    }

    private bool Takes(Group group, Pending pending)
    {
        if (pending.IsLate(time))
            return true; // its request was answered with 503
        if (!group.Clashes(pending, out var member))
            return group.TryAdd(pending);
        member.Followers.Add(pending);
        return true;
    }

    /// <summary>Followers get the row that is stored now. Without a stored row they take their own turn.</summary>
    private async Task SettleAsync(Pending member)
    {
        foreach (var follower in member.Followers)
        {
            try
            {
                if (await table.FindRivalAsync(partition, follower.Claims) is { } rival)
                    follower.Refuse(rival);
                else
                    Enqueue(follower);
            }
            catch (Exception failure)
            {
                follower.Fail(failure);
            }
        }
    }
}
