using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Prizes;

public sealed record OwnPrizesResponse(IReadOnlyList<OwnPrizeResponse> Items);

public sealed class ListMyPrizes(OwnPrizes prizes)
{
    [Function(nameof(ListMyPrizes))]
    [Access(Needs.Token)]
    [Answers<OwnPrizesResponse>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me/prizes")] HttpRequest request) =>
        Answer.Ok(new OwnPrizesResponse(await prizes.OfAsync(request.Caller().Id)));
}

/// <summary>Finds a person's prizes in all contests that are over.</summary>
public sealed class OwnPrizes(ContestTable contests, CandidateTable candidates, TimeProvider time)
{
    public async Task<IReadOnlyList<OwnPrizeResponse>> OfAsync(string person)
    {
        var now = time.Now();
        var found = new List<OwnPrizeResponse>();
        foreach (var contest in (await contests.ListAsync()).Where(one => !one.Rules.TakesAnswersAt(now)))
        {
            foreach (var (candidate, _) in await candidates.ReadOfAsync(contest.Rules.Id, person))
            {
                if (candidate.Prize is not null)
                    found.Add(OwnPrizeResponse.Of(contest.Rules, candidate, await candidates.FindDeliveryAsync(candidate)));
            }
        }

        return found;
    }
}
