using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests;

/// <summary>Lists contests by state and region, the next to close first. Drafts are for administrators only.</summary>
public sealed class ListContests(Callers callers, ContestTable contests, DraftTable drafts, ContestLists lists, TimeProvider time)
{
    [Function(nameof(ListContests))]
    [Access(Needs.Nothing)]
    [Answers<Page<ContestResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests")] HttpRequest request)
    {
        var check = new Validation();
        var state = Query.Enum<ContestState>(request, "state", check);
        var region = Query.Parsed<RegionCode>(request, "region", check);
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);

        if (state == ContestState.Draft)
            return await ListDraftsAsync(request, region ?? RegionCode.Province, page);
        return lists.Of(await contests.ListAsync(), state, region, page, time.Now());
    }

    private async Task<IResult> ListDraftsAsync(HttpRequest request, RegionCode region, Paging page)
    {
        if ((await callers.FindAsync(request, Needs.Person)).Refused(out var refusal, out var caller))
            return Answer.Refuse(refusal);
        if (await caller.RefuseAsync([Role.Administrator], region) is { } outside)
            return Answer.Refuse(outside);
        var found = (await drafts.ListAsync()).Where(draft => draft.Edition is null && region.Contains(draft.Rules.Region));
        return Answer.Ok(page.Take(found.Select(draft => ContestResponse.Of(draft.Rules, ContestState.Draft)), contest => contest.Id));
    }
}
