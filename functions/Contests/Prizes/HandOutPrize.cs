using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Prizes;

/// <summary>An official of the winner's place hands out a prize, to anybody but oneself.</summary>
public sealed class HandOutPrize(ContestTable contests, CandidateTable candidates, Divisions divisions, TimeProvider time)
{
    [Function(nameof(HandOutPrize))]
    [Access(Role.Official, Role.Administrator)]
    [Answers<PrizeResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/prizes/{id}/handed-out")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(FindAsync(id), found => found.Candidate.Village)).Refused(out var refusal, out var known))
            return Answer.Refuse(refusal);
        if ((await HandOutAsync(id, caller.Id)).Refused(out refusal, out var candidate))
            return Answer.Refuse(refusal);
        await caller.RecordAsync(known.Candidate.Village, id);
        var contest = (await contests.FindAsync(candidate.Contest))!;
        return Answer.Ok(PrizeResponse.Of(contest.Rules, candidate, await candidates.FindDeliveryAsync(candidate), divisions));
    }

    private async Task<StoredCandidate?> FindAsync(string id) =>
        await candidates.FindAsync(id) is { Candidate.Prize: not null } stored ? stored : null;

    private Task<Result<Candidate>> HandOutAsync(string id, string by) =>
        OptimisticConcurrency.RetryAsync<Result<Candidate>>(async _ =>
        {
            if (await FindAsync(id) is not { } stored)
                return Refusal.NotFound;
            if (PrizeRules.HandOut(stored.Candidate, by, time.Now()).Refused(out var refusal, out var handedOut))
                return refusal;
            if (handedOut != stored.Candidate && !await candidates.TryChangeAsync(stored, handedOut, delivery: null))
                return null;
            return handedOut;
        });
}
