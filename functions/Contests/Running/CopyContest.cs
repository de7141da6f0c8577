using System.Text.Json;
using EStation.Access;
using EStation.Http;
using EStation.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Running;

/// <summary>Makes a draft with a contest's rules. The same administrator gets the same draft again on the same day.</summary>
public sealed class CopyContest(ContestTable contests, DraftTable drafts, DrawnBanks banks, Secrets secrets, TimeProvider time)
{
    [Function(nameof(CopyContest))]
    [Access(Role.Administrator)]
    [Answers<ContestResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/contests/{id}/copies")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(contests.FindAsync(id), found => found.Rules.Region)).Refused(out var refusal, out var contest))
            return Answer.Refuse(refusal);
        if (await banks.RefuseAsync(caller, contest.Rules) is { } unfit)
            return Answer.Refuse(unfit);

        var asked = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                caller.Id,
                Copy = id,
                Day = Day.Of(time.Now()),
            },
            Json.AllLanguages
        );
        var copy = "c-" + Convert.ToHexStringLower(secrets.AuthoredIds.Current.Hash(asked).AsSpan(0, 8));
        var draft = new ContestDraft(contest.Rules with { Id = copy, Version = 0, Changes = ContestChanges.None });
        var isNew = await drafts.TryWriteAsync(draft, read: null);
        await caller.RecordAsync(contest.Rules.Region, copy);
        return isNew
            ? Answer.Created(ContestResponse.Of(draft.Rules, ContestState.Draft))
            : Answer.Ok(ContestResponse.Of((await drafts.FindAsync(copy))!.Value.Draft.Rules, ContestState.Draft));
    }
}
