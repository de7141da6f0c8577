using EStation.Access;
using EStation.Identity;
using EStation.People;

namespace EStation.Contests.Results;

/// <summary>Once it can be known who wins, no administrator decides alone who does not: an independent second one asks for the same.</summary>
public sealed class SecondConsent(
    ResultsTable results,
    ProposalTable proposals,
    Independence independence,
    Secrets secrets,
    TimeProvider time
)
{
    private const int HashBytes = 8;

    /// <param name="subject">Who or what, and why: equal for the same.</param>
    /// <returns>False when it waits for the second.</returns>
    public async Task<Result<bool>> AskAsync(Contest contest, string subject, Person by)
    {
        var now = time.Now();
        if (await results.FindAsync(contest.Id) is not { } ended || !ended.IsDecidableAt(now))
            return true;
        // Keyed: the person must not be found by trial.
        var hash = Convert.ToHexStringLower(secrets.AuthoredIds.Current.Hash($"{contest.Id}|{subject}").AsSpan(0, HashBytes));
        return await OptimisticConcurrency.RetryAsync<Result<bool>>(async _ =>
        {
            if (await proposals.FindAsync(contest.Id, hash) is not { } stored)
            {
                if (!await proposals.TryWriteAsync(contest.Id, hash, new Proposal(by.Id, now), read: null))
                    return null;
                return false;
            }

            var (proposal, read) = stored;
            if (proposal.AgreedBy is not null)
                return true;
            if (proposal.By == by.Id)
                return false;
            if (!await independence.HoldsAsync(proposal.By, by, contest.Region, proposal.At))
                return AccessRefusals.SecondNotIndependent;
            if (!await proposals.TryWriteAsync(contest.Id, hash, proposal with { AgreedBy = by.Id }, read))
                return null;
            return true;
        });
    }
}
