using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Regrades;

public sealed class GetRegrade(ContestTable contests, RegradeTable regrades, KeyTable keys, Divisions divisions, TimeProvider time)
{
    [Function(nameof(GetRegrade))]
    [Access(Role.Administrator)]
    [Answers<RegradeResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}/regrades/{regrade}")] HttpRequest request,
        string id,
        string regrade
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(contests.FindAsync(id), found => found.Rules.Region)).Refused(out var refusal, out var contest))
            return Answer.Refuse(refusal);
        if (await regrades.FindAsync(id, regrade) is not { } found)
            return Answer.Refuse(Refusal.NotFound);
        await caller.RecordAsync(contest.Rules.Region, regrade);
        var (known, _) = await keys.FindAsync(id);
        return Answer.Ok(RegradeResponse.Of(found, known, contest.Bank, divisions, caller.Id, time.Now()));
    }
}
