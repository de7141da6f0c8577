using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Results;

/// <summary>The objections to a contest's results: all for its administrators, else the caller's own.</summary>
public sealed class ListObjections(ContestTable contests, ObjectionTable objections)
{
    [Function(nameof(ListObjections))]
    [Access(Needs.Person)]
    [Answers<Page<ObjectionResponse>>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}/objections")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        if (await contests.FindAsync(id) is not { Rules: var rules })
            return Answer.Refuse(Refusal.NotFound);
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);
        var isAdministrator = await caller.MayAsync([Role.Administrator], rules.Region);
        var all = (await objections.ListAsync(id)).Where(one => isAdministrator || one.Person == caller.Id);
        if (isAdministrator)
            await caller.RecordAsync(rules.Region, id);
        var shown = page.Take(all, one => $"{Paging.Rising(one.At)}|{one.Id}");
        return Answer.Ok(new Page<ObjectionResponse>([.. shown.Items.Select(ObjectionResponse.Of)], shown.Next));
    }
}
