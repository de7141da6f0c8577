using System.Text.Json;
using EStation.Access;
using EStation.Http;
using EStation.Identity;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests;

/// <summary>Creates a draft. Its id is a hash of rules and author, so a repeated request creates no second one.</summary>
public sealed class PostContest(
    DraftTable drafts,
    DrawnBanks banks,
    ContestTable contests,
    Divisions divisions,
    Secrets secrets,
    TimeProvider time
)
{
    [Function(nameof(PostContest))]
    [Access(Role.Administrator)]
    [Takes<ContestRequest>]
    [Answers<ContestResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contests")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await Body.ReadAsync<ContestRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(divisions).Refused(out refusal, out var rules))
            return Answer.Refuse(refusal);
        if (await caller.RefuseAsync(rules.Region) is { } outside)
            return Answer.Refuse(outside);
        if (await banks.RefuseAsync(caller, rules) is { } unfit)
            return Answer.Refuse(unfit);

        var draft = new ContestDraft(rules with { Id = IdOf(caller, rules) });
        var isNew = await drafts.TryWriteAsync(draft, read: null);
        await caller.RecordAsync(draft.Rules.Region, draft.Rules.Id);
        if (isNew)
            return Answer.Created(ContestResponse.Of(draft.Rules, ContestState.Draft));
        return Answer.Ok(
            await contests.FindAsync(draft.Rules.Id) is { } published
                ? ContestResponse.Of(published.Rules, time.Now())
                : ContestResponse.Of((await drafts.FindAsync(draft.Rules.Id))!.Value.Draft.Rules, ContestState.Draft)
        );
    }

    // Keyed, because the hash contains the author, who must not be found by trial.
    private string IdOf(Caller author, Contest rules)
    {
        var asked = JsonSerializer.SerializeToUtf8Bytes(new { author.Id, rules }, Json.AllLanguages);
        return "c-" + Convert.ToHexStringLower(secrets.AuthoredIds.Current.Hash(asked).AsSpan(0, 8));
    }
}
