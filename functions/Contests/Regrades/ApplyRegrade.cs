using EStation.Access;
using EStation.Contests.Results;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Regrades;

/// <summary>
/// A second, independent administrator applies a regrade. One write publishes the key: it has happened then, and <see cref="ContinueRegrades"/>
/// finishes it.
/// </summary>
public sealed class ApplyRegrade(
    ContestTable contests,
    RegradeTable regrades,
    KeyTable keys,
    Independence independence,
    FrozenResults frozen,
    Divisions divisions,
    TimeProvider time
)
{
    [Function(nameof(ApplyRegrade))]
    [Access(Role.Administrator)]
    [Answers<RegradeResponse>(202)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contests/{id}/regrades/{regrade}/apply")] HttpRequest request,
        string id,
        string regrade
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(contests.FindAsync(id), found => found.Rules.Region)).Refused(out var refusal, out var contest))
            return Answer.Refuse(refusal);
        if (await regrades.FindAsync(id, regrade) is not { } proposed)
            return Answer.Refuse(Refusal.NotFound);
        if (!await independence.HoldsAsync(proposed.By, caller.Person, contest.Rules.Region, proposed.At))
            return Answer.Refuse(AccessRefusals.SecondNotIndependent);
        if (await frozen.FindAsync(contest.Rules) is not null)
            return Answer.Refuse(ResultsRefusals.Frozen);
        if ((await PublishAsync(contest.Rules, proposed)).Refused(out refusal, out var published))
            return Answer.Refuse(refusal);
        await contests.ListFreshAsync();
        await caller.RecordAsync(contest.Rules.Region, regrade);
        return Answer.Accepted(RegradeResponse.Of(proposed, published, contest.Bank, divisions, caller.Id, time.Now()));
    }

    private Task<Result<ContestKeys>> PublishAsync(Contest contest, Regrade proposed) =>
        OptimisticConcurrency.RetryAsync<Result<ContestKeys>>(async _ =>
        {
            var (known, read) = await keys.FindAsync(contest.Id);
            if (proposed.StateIn(known, time.Now()) != RegradeState.Proposed)
                return known;
            if (!known.IsFinished)
                return RegradeRefusals.InProgress;
            if (known.Newest.Version != proposed.Base)
                return RegradeRefusals.Outdated;
            var bank = await contests.FindAsync(contest.Id, contest.Version, AnswerKey.First);
            var next = known.Publish(known.Newest.With(proposed.Changes, bank.Bank, proposed.Id), time.Now());
            if (!await keys.TryWriteAsync(contest.Id, next, read))
                return null;
            return next;
        });
}
