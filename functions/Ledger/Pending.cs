using Azure.Data.Tables;

namespace EStation.Ledger;

/// <summary>A write on its way, and the request that waits for its answer.</summary>
public sealed class Pending
{
    // The continuations are other requests: they must not run inside the writer.
    private readonly TaskCompletionSource<Outcome> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Refusal? refusal;
    private Exception? fault;

    /// <param name="entry">What is written.</param>
    /// <param name="since">When it came, as a timestamp of the time provider.</param>
    public Pending(Entry entry, long since) => (Entry, Since, Weight, Claims) = (entry, since, entry.Weight, entry.Claims);

    /// <inheritdoc cref="Pending(Entry, long)"/>
    public Pending(Decision decision, long since) => (Decision, Since, Weight, Claims) = (decision, since, decision.Most, decision.Claims);

    /// <summary>What is written: given, or as it was decided last; null where that was a refusal.</summary>
    public Entry? Entry { get; private set; }

    public Decision? Decision { get; }

    public long Since { get; }

    public Weight Weight { get; }

    public IReadOnlyList<Claim> Claims { get; }

    public Task<Outcome> Answer => answer.Task;

    /// <summary>Writes of the same rows that came while this one was under way: they learn from how it ended.</summary>
    public List<Pending> Followers { get; } = [];

    /// <summary>Its request has had its 503 already.</summary>
    public bool IsLate(TimeProvider time) => time.GetElapsedTime(Since) >= GroupCommit.Patience;

    /// <summary>The state after the decision, or null when it is a refusal, or failed.</summary>
    public TableEntity? Decide(TableEntity? state)
    {
        (Entry, refusal, fault) = (null, null, null);
        try
        {
            if (Decision!.Decide(state).Refused(out refusal, out var proposal))
                return null;
            if (!Weight.Covers(proposal.Entry.Weight))
                throw new InvalidOperationException(
                    $"A decision came to {proposal.Entry.Weight}, more than the {Weight} that it had announced."
                );
            Entry = proposal.Entry;
            return proposal.State;
        }
        catch (Exception own)
        {
            // Not the others', and not final: from a state that is no longer so anything may follow.
            fault = own;
            return null;
        }
    }

    /// <summary>What it came to is final: stored, or refused by its decision, or failed in it.</summary>
    public void Conclude()
    {
        if (fault is not null)
            Fail(fault);
        else
            answer.TrySetResult(refusal is null ? Outcome.Stored : new Outcome(Refusal: refusal));
    }

    /// <summary>A row stood in its way.</summary>
    public void Refuse(TableEntity rival) => answer.TrySetResult(new Outcome(rival));

    public void Fail(Exception failure) => answer.TrySetException(failure);
}
