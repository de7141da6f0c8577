using EStation.Access;
using EStation.Contests.Prizes;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Results;

/// <summary>Fixes ranking and lots of a contest that is over. A repeated request answers with what is fixed.</summary>
public sealed class FreezeContest(
    ContestTable contests,
    ResultsTable table,
    Freezing freezing,
    Awarding awarding,
    ResultsResponses responses,
    TimeProvider time
)
{
    [Function(nameof(FreezeContest))]
    [Access(Role.Administrator)]
    [Takes<FreezeRequest>]
    [Answers<ContestResultsResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contests/{id}/results")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(contests.FindAsync(id), found => found.Rules.Region)).Refused(out var refusal, out var contest))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<FreezeRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        var (rules, now) = (contest.Rules, time.Now());
        var before = await table.FindAsync(id);
        // A repetition may come after the public value exists.
        if (body.Parse(before?.FrozenAt ?? now).Refused(out refusal, out var terms))
            return Answer.Refuse(refusal);
        if (before is null && !await freezing.IsOverAsync(rules, now))
            return Answer.Refuse(ResultsRefusals.TooEarly);
        if (terms.Draw is null && rules.Prizes?.Any(prize => prize.By == PrizeBy.Draw) == true)
            return Answer.Refuse(ResultsRefusals.DrawMissing);

        var isFirst = before is null && await table.TryWriteAsync(await freezing.FreezeAsync(rules, terms, caller.Id, now), read: null);
        var frozen = before ?? (await table.FindAsync(id))!;
        if (frozen.Terms != terms)
            return Answer.Refuse(ResultsRefusals.Frozen);
        await awarding.AwardAsync(id);
        await caller.RecordAsync(rules.Region, id);
        var response = await responses.OfAsync(rules, (await table.FindAsync(id))!);
        return isFirst ? Answer.Created(response) : Answer.Ok(response);
    }
}
