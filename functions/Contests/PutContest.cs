using System.Text.Json;
using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests;

/// <summary>Replaces a draft's rules. Once published, only an identical request succeeds.</summary>
public sealed class PutContest(DraftTable drafts, DrawnBanks banks, ContestTable contests, Divisions divisions, TimeProvider time)
{
    [Function(nameof(PutContest))]
    [Access(Role.Administrator)]
    [Takes<ContestRequest>]
    [Answers<ContestResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/contests/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(drafts.FindAsync(id), found => found.Draft.Rules.Region)).Refused(out var refusal, out var stored))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<ContestRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(divisions).Refused(out refusal, out var rules))
            return Answer.Refuse(refusal);
        if (await caller.RefuseAsync(rules.Region) is { } elsewhere)
            return Answer.Refuse(elsewhere);
        if (await banks.RefuseAsync(caller, rules) is { } unfit)
            return Answer.Refuse(unfit);

        var changed = new ContestDraft(rules with { Id = id });
        return await OptimisticConcurrency.RetryAsync<IResult>(async tried =>
        {
            var (draft, read) = tried == 1 ? stored : (await drafts.FindAsync(id))!.Value;
            if (draft.Edition is not null)
                return await contests.FindAsync(id) is { } published && Says(published.Rules) == Says(changed.Rules)
                    ? Answer.Ok(ContestResponse.Of(published.Rules, time.Now()))
                    : Answer.Refuse(ContestRefusals.Published);
            if (!await drafts.TryWriteAsync(changed, read))
                return null;
            await caller.RecordAsync(changed.Rules.Region);
            return Answer.Ok(ContestResponse.Of(changed.Rules, ContestState.Draft));
        });
    }

    private static string Says(Contest rules) => JsonSerializer.Serialize(rules with { Id = "", Version = 0 }, Json.AllLanguages);
}
