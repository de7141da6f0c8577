using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests;

public sealed class GetContest(Callers callers, ContestTable contests, DraftTable drafts, TimeProvider time)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromMinutes(1);

    [Function(nameof(GetContest))]
    [Access(Needs.Nothing)]
    [Answers<ContestResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}")] HttpRequest request,
        string id
    )
    {
        if (await contests.FindAsync(id) is not { Rules: var rules })
            return await FindDraftAsync(request, id) is { } draft
                ? Answer.Ok(ContestResponse.Of(draft.Rules, ContestState.Draft))
                : Answer.Refuse(Refusal.NotFound);
        var response = ContestResponse.Of(rules, time.Now());
        return Answer.Public(response, $"{rules.Id}|{rules.Version}|{rules.Changes.All.Count}|{response.State}", Cacheable);
    }

    // For all other callers the draft does not exist.
    private async Task<ContestDraft?> FindDraftAsync(HttpRequest request, string id)
    {
        if (
            (await callers.FindAsync(request, Needs.Person)).Refused(out _, out var caller)
            || await drafts.FindAsync(id) is not { Draft: var draft }
        )
            return null;
        return await caller.MayAsync([Role.Administrator], draft.Rules.Region) ? draft : null;
    }
}
