using EStation.Contests.Results;
using EStation.Inbox;
using EStation.Ledger;

namespace EStation.Contests.Prizes;

/// <summary>Sees to a contest's candidates: winners are told, and addresses are deleted when they are no longer needed.</summary>
public sealed class Fulfilment(ResultsTable table, CandidateTable candidates, LedgerWriter ledgers, TimeProvider time)
{
    public async Task RunAsync(Contest contest)
    {
        if (await table.ReadAsync(contest.Id) is not { Results: { IsFinal: true } results, Read: var read })
            return;
        var now = time.Now();
        var all = await candidates.ReadAsync(contest.Id);
        foreach (var stored in all.Where(one => one.Candidate is { State: CandidateState.Won, IsTold: false }))
            await TellAsync(contest, stored, now);
        var addresses = await candidates.ReadDeliveriesAsync(contest.Id);
        var old = all.Select(one => one.Candidate)
            .Where(candidate => addresses.ContainsKey(candidate.Id) && !candidate.KeepsAddressAt(now))
            .ToList();
        foreach (var candidate in old)
            await candidates.DeleteDeliveryAsync(candidate);
        if (addresses.Count == old.Count && !all.Any(one => one.Candidate.IsWaiting))
            await table.TryWriteAsync(results with { Settled = true }, read);
    }

    private async Task TellAsync(Contest contest, StoredCandidate stored, DateTimeOffset now)
    {
        var candidate = stored.Candidate;
        var telling = PrizeTellings.Won(contest, candidate, now);
        // A rival is the same telling of an earlier run.
        await ledgers.WriteAsync(candidate.County, new Entry([TellingTable.Add(candidate.County, telling)], new TellingStored()));
        await candidates.TryChangeAsync(stored, candidate with { IsTold = true }, delivery: null);
    }
}
