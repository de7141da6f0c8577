using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Results;

public sealed class GetContestResults(ContestTable contests, ResultsTable table, ResultsResponses responses)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromSeconds(20);

    [Function(nameof(GetContestResults))]
    [Access(Needs.Nothing)]
    [Answers<ContestResultsResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}/results")] HttpRequest request,
        string id
    )
    {
        if (await contests.FindAsync(id) is not { Rules: var rules })
            return Answer.Refuse(Refusal.NotFound);
        var response = await table.FindAsync(id) is { } results ? await responses.OfAsync(rules, results) : ResultsResponses.Open;
        return Answer.Public(response, Cacheable);
    }
}
