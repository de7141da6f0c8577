using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Prizes;

/// <summary>The prizes of a region, with names and addresses; each read is audited.</summary>
public sealed class ListPrizes(ContestTable contests, CandidateTable candidates, Divisions divisions, TimeProvider time)
{
    [Function(nameof(ListPrizes))]
    [Access(Role.Official, Role.Administrator, Region = RegionOf.Query)]
    [Answers<Page<PrizeResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/prizes")] HttpRequest request)
    {
        var caller = request.Caller();
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);
        var now = time.Now();
        var asked = Query.Text(request, "contest");
        var found = new List<PrizeResponse>();
        foreach (var (rules, _) in (await contests.ListAsync()).Where(one => !one.Rules.TakesAnswersAt(now)))
        {
            if (asked is null || asked == rules.Id)
                found.AddRange(await OfAsync(rules, caller.Region));
        }

        await caller.RecordAsync(caller.Region, asked ?? "*");
        return Answer.Ok(page.Take(found, prize => prize.Id));
    }

    private async Task<IReadOnlyList<PrizeResponse>> OfAsync(Contest rules, RegionCode region)
    {
        var here = (await candidates.ReadAsync(rules.Id))
            .Select(stored => stored.Candidate)
            .Where(candidate => candidate is { Prize: not null, ClaimUntil: not null } && region.Contains(candidate.Village))
            .ToList();
        var deliveries = here.Count > 0 ? await candidates.ReadDeliveriesAsync(rules.Id) : new Dictionary<string, Delivery>();
        return [.. here.Select(candidate => PrizeResponse.Of(rules, candidate, deliveries.GetValueOrDefault(candidate.Id), divisions))];
    }
}
