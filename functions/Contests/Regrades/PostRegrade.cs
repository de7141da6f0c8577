using System.Text.Json;
using EStation.Access;
using EStation.Http;
using EStation.Regions;
using EStation.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Regrades;

/// <summary>Proposes other right answers, or void questions, with a preview. A repeated request gets the stored proposal.</summary>
public sealed class PostRegrade(ContestTable contests, RegradeTable regrades, RegradeScan scan, Divisions divisions, TimeProvider time)
{
    private const int IdBytes = 12;

    [Function(nameof(PostRegrade))]
    [Access(Role.Administrator)]
    [Takes<RegradeRequest>]
    [Answers<RegradeResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contests/{id}/regrades")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(contests.FindAsync(id), found => found.Rules.Region)).Refused(out var refusal, out _))
            return Answer.Refuse(refusal);
        var contest = (await contests.ListFreshAsync()).First(found => found.Rules.Id == id);
        if ((await Body.ReadAsync<RegradeRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(contest.Bank).Refused(out refusal, out var parsed))
            return Answer.Refuse(refusal);
        if (!contest.Keys.IsFinished)
            return Answer.Refuse(RegradeRefusals.InProgress);

        var regradeId = IdOf(id, contest.Key.Version, parsed.Changes, parsed.Reason, caller.Id);
        var present = await regrades.FindAsync(id, regradeId);
        var stored = present ?? await ProposeAsync(contest, regradeId, parsed.Changes, parsed.Reason, caller.Id);
        await caller.RecordAsync(contest.Rules.Region, regradeId);
        var response = RegradeResponse.Of(stored, contest.Keys, contest.Bank, divisions, caller.Id, time.Now());
        return present is null ? Answer.Created(response) : Answer.Ok(response);
    }

    private async Task<Regrade> ProposeAsync(
        PublishedContest contest,
        string id,
        IReadOnlyDictionary<string, KeyChange> changes,
        string reason,
        string by
    )
    {
        var now = time.Now();
        var bank = await contests.FindAsync(contest.Rules.Id, contest.Rules.Version, AnswerKey.First);
        var proposed = bank.Under(contest.Key.With(changes, bank.Bank, id));
        var effects = await scan.RunAsync(contest, proposed, now);
        var regrade = new Regrade(
            id,
            contest.Rules.Id,
            contest.Key.Version,
            changes,
            reason,
            by,
            now,
            RegradeEffects.PreviewOf(effects, contest.Rules)
        );
        return await regrades.TryAddAsync(regrade) ? regrade : (await regrades.FindAsync(contest.Rules.Id, id))!;
    }

    private static string IdOf(
        string contest,
        int version,
        IReadOnlyDictionary<string, KeyChange> changes,
        string reason,
        string by
    )
    {
        var ordered = changes.OrderBy(change => change.Key, StringComparer.Ordinal);
        return "rg-" + Fingerprint.Of($"{contest}|{version}|{JsonSerializer.Serialize(ordered)}|{reason}|{by}", IdBytes);
    }
}
