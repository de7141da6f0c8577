using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests;

/// <summary>Contests by state, and those that somebody of a region can take part in; the next to close first.</summary>
internal sealed class ListContests(ContestTable contests, TimeProvider time)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromMinutes(1);

    [Function(nameof(ListContests))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests")] HttpRequest request)
    {
        var check = new Validation();
        var state = Query.Enum<ContestState>(request, "state", check);
        var region = Query.Parsed<RegionCode>(request, "region", check);
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);

        var now = time.Now();
        var found = (await contests.ListAsync())
            .Select(contest => ContestResponse.Of(contest.Rules, now))
            .Where(contest => (state is null || contest.State == state) && (region is null || contest.Region.Contains(region.Value) || region.Value.Contains(contest.Region)))
            .OrderBy(contest => contest.ClosesAt).ThenBy(contest => contest.Id, StringComparer.Ordinal);
        var list = page.Take(found, contest => contest.Id);
        return Answer.Public(list, string.Join(';', list.Items.Select(contest => $"{contest.Id}|{contest.State}")) + list.Next, Cacheable);
    }
}
