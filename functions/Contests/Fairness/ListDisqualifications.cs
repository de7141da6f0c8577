using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Fairness;

/// <summary>The disqualifications of a contest, also undone ones, newest first.</summary>
public sealed class ListDisqualifications(
    ContestTable contests,
    DisqualificationTable disqualifications,
    ContestPeople people,
    Divisions divisions
)
{
    private const int CountiesAtOnce = 8;

    [Function(nameof(ListDisqualifications))]
    [Access(Role.Administrator)]
    [Answers<Page<DisqualificationResponse>>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}/disqualifications")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(contests.FindAsync(id), found => found.Rules.Region)).Refused(out var refusal, out var contest))
            return Answer.Refuse(refusal);
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out refusal, out var page))
            return Answer.Refuse(refusal);

        var all = new List<Disqualification>();
        foreach (var some in divisions.Counties.Chunk(CountiesAtOnce))
            all.AddRange((await Task.WhenAll(some.Select(county => disqualifications.ListAsync(county, id)))).SelectMany(found => found));
        var shown = page.Take(all, one => $"{Paging.Falling(one.At)}|{one.Id}");
        await caller.RecordAsync(contest.Rules.Region);
        return Answer.Ok(
            new Page<DisqualificationResponse>(
                [.. await Task.WhenAll(shown.Items.Select(one => DisqualificationResponse.OfAsync(one, people)))],
                shown.Next
            )
        );
    }
}
