using EStation.Contests.Draws;
using EStation.Contests.Results;
using EStation.People;

namespace EStation.Contests.Prizes;

/// <summary>Makes candidates from ranking and draw, and brings their prizes up to date. Every run may be repeated.</summary>
public sealed class Awarding(
    ContestTable contests,
    ResultsTable table,
    CandidateTable candidates,
    ObjectionTable objections,
    Disqualified disqualified,
    PersonTable people,
    TimeProvider time
)
{
    /// <summary>Brings the candidates up to date with what is frozen and drawn.</summary>
    public Task AwardAsync(string contest) => RunAsync(contest, isTimed: false);

    /// <summary>The same, and goes on to the next state where it is time.</summary>
    public Task SettleAsync(string contest) => RunAsync(contest, isTimed: true);

    private Task RunAsync(string contest, bool isTimed) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            if (await contests.FindAsync(contest) is not { Rules: var rules } || await table.ReadAsync(contest) is not { } stored)
                return true;
            var now = time.Now();
            var results = isTimed ? stored.Results.At(now, await objections.CountOpenAsync(contest)) : stored.Results;
            var present = (await candidates.ReadAsync(contest)).ToDictionary(one => one.Candidate.Id, StringComparer.Ordinal);
            var made = await MakeAsync(rules, results, present.Values.Select(one => one.Candidate).ToList());
            var before = present.Values.Select(one => one.Candidate).Concat(made).ToList();
            var excluded = await disqualified.OfAsync(results, before.Select(candidate => candidate.County));
            var after = before
                .Select(candidate => candidate.At(now, excluded.GetValueOrDefault(candidate.Person)))
                .ToDictionary(candidate => candidate.Id, StringComparer.Ordinal);
            foreach (var changed in PrizeAssignment.Changes(rules, results, [.. after.Values], now))
                after[changed.Id] = changed;
            List<StoredCandidate> changes =
            [
                .. after
                    .Values.Where(candidate => !present.TryGetValue(candidate.Id, out var known) || known.Candidate != candidate)
                    .Select(candidate => new StoredCandidate(candidate, present.GetValueOrDefault(candidate.Id)?.Read)),
            ];
            return (changes.Count == 0 && results == stored.Results) || await candidates.TryWriteAsync(results, stored.Read, changes);
        });

    private async Task<IReadOnlyList<Candidate>> MakeAsync(Contest rules, ContestResults results, List<Candidate> present)
    {
        List<Candidate> made = [];
        var ranked = PrizeAssignment.CandidatesOf(rules, results, PrizeBy.Rank);
        var ranking = await table.RankingAsync(results);
        if (!present.Exists(candidate => candidate.By == PrizeBy.Rank))
            made.AddRange(
                await Task.WhenAll(
                    ranking.Entries.Take(ranked).Select((entry, at) => CandidateAsync(results, PrizeBy.Rank, at + 1, entry, lot: null))
                )
            );
        if (results.Drawn is not { } drawn || present.Exists(candidate => candidate.By == PrizeBy.Draw))
            return made;
        var lots = LotList.Read(await table.LotsAsync(results));
        var order = LotDrawing.Draw(drawn.Seed, lots, PrizeAssignment.CandidatesOf(rules, results, PrizeBy.Draw));
        made.AddRange(
            await Task.WhenAll(order.Select((lot, at) => CandidateAsync(results, PrizeBy.Draw, at + 1, ranking.OwnerOf(lot), lot)))
        );
        return made;
    }

    private async Task<Candidate> CandidateAsync(ContestResults results, PrizeBy by, int position, FrozenEntry entry, string? lot)
    {
        var person = await people.FindAsync(entry.Person);
        var candidate = new Candidate(
            results.Contest,
            by,
            position,
            entry.Person,
            entry.County,
            entry.Village,
            person?.MaskedName ?? "",
            lot,
            CandidateState.Substitute
        );
        return person is { IsLeaving: false } ? candidate : candidate.Forget(time.Now());
    }
}
