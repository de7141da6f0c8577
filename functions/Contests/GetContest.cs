using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests;

/// <summary>A contest and its rules.</summary>
internal sealed class GetContest(ContestTable contests, TimeProvider time)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromMinutes(1);

    [Function(nameof(GetContest))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}")] HttpRequest request, string id)
    {
        if (await contests.FindAsync(id) is not { Rules: var rules })
            return Answer.Refuse(Refusal.NotFound);
        var response = ContestResponse.Of(rules, time.Now());
        return Answer.Public(response, $"{rules.Id}|{rules.Version}|{response.State}", Cacheable);
    }
}
