using EStation.Access;
using EStation.Contests.Prizes;
using EStation.Contests.Results;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Draws;

public sealed record EnterDrawRequest(string? Value)
{
    private const int LongestValue = 200;

    public Result<string> Parse()
    {
        var check = new Validation();
        var value = DrawValue.Of(check.Line("value", Value, LongestValue));
        check.Check(DrawValue.IsLongEnough(value), "value", $"must have {DrawValue.FewestDigits} digits or more");
        return check.Or(() => value);
    }
}

public sealed record EnterDrawResponse(ResultsState State, string Value);

/// <summary>An administrator enters the public value; the draw is made when an independent second one enters the same.</summary>
public sealed class EnterDraw(ContestTable contests, ResultsTable table, Independence independence, Awarding awarding, TimeProvider time)
{
    [Function(nameof(EnterDraw))]
    [Access(Role.Administrator)]
    [Takes<EnterDrawRequest>]
    [Answers<EnterDrawResponse>(200, 202)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contests/{id}/draw")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(contests.FindAsync(id), found => found.Rules.Region)).Refused(out var refusal, out var contest))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<EnterDrawRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var value))
            return Answer.Refuse(refusal);

        if ((await DecideAsync(contest.Rules, value, caller.Person)).Refused(out refusal, out var results))
            return Answer.Refuse(refusal);
        await caller.RecordAsync(contest.Rules.Region, id);
        if (results.Drawn is null)
            return Answer.Accepted(new EnterDrawResponse(results.State, value));
        await awarding.AwardAsync(id);
        return Answer.Ok(new EnterDrawResponse(results.State, value));
    }

    private Task<Result<ContestResults>> DecideAsync(Contest contest, string value, People.Person person) =>
        OptimisticConcurrency.RetryAsync<Result<ContestResults>>(async _ =>
        {
            if (await table.ReadAsync(contest.Id) is not { } stored)
                return ResultsRefusals.NotFrozen;
            var before = stored.Results;
            var isIndependent = before.FirstEntry is { } first && await independence.HoldsAsync(first.By, person, contest.Region, first.At);
            var decision = DrawRules.Enter(before, value, person.Id, isIndependent, time.Now());
            if (decision.After != before && !await table.TryWriteAsync(decision.After, stored.Read))
                return null;
            if (decision.Refusal is { } refusal)
                return refusal;
            return decision.After;
        });
}
