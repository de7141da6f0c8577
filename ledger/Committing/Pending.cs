using Azure.Data.Tables;

namespace EStation.Ledger.Committing;

internal sealed record Answer(TableEntity? Rival, Proposal? Proposal);

internal sealed class Pending
{
    // The continuations belong to other requests: they must not run inside the writer.
    private readonly TaskCompletionSource<Answer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Proposal? proposal;
    private Exception? fault;

    public Pending(Entry entry, long since) => (Entry, Since, Weight, Claims) = (entry, since, entry.Weight, entry.Claims);

    public Pending(Decision decision, long since) => (Decision, Since, Weight, Claims) = (decision, since, decision.Most, decision.Claims);

    public Entry? Entry { get; private set; }

    public Decision? Decision { get; }

    public long Since { get; }

    public Weight Weight { get; }

    public IReadOnlyList<Claim> Claims { get; }

    public Task<Answer> Answer => answer.Task;

    /// <summary>Later writes of the same rows: they get their answer from the end of this one.</summary>
    public List<Pending> Followers { get; } = [];

    /// <summary>The request has had its 503 already.</summary>
    public bool IsLate(TimeProvider time) => time.GetElapsedTime(Since) >= GroupCommit.Patience;

    /// <summary>The state after the decision; null when the decision writes nothing, or failed.</summary>
    public TableEntity? Decide(TableEntity? state)
    {
        (Entry, proposal, fault) = (null, null, null);
        try
        {
            proposal = Decision!.Propose(state);
            if (proposal.Entry is not { } entry)
                return null;
            if (!Weight.Covers(entry.Weight))
                throw new InvalidOperationException($"A decision came to {entry.Weight}, more than the {Weight} that it had announced.");
            Entry = entry;
            return proposal.State;
        }
        catch (Exception own)
        {
            // The fault is this member's alone, and not final: the remembered state may be stale.
            fault = own;
            return null;
        }
    }

    public void Conclude()
    {
        if (fault is not null)
            Fail(fault);
        else
            answer.TrySetResult(new Answer(null, proposal));
    }

    public void Refuse(TableEntity rival) => answer.TrySetResult(new Answer(rival, null));

    public void Fail(Exception failure) => answer.TrySetException(failure);
}
