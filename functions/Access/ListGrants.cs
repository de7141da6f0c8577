using EStation.Http;
using EStation.Identity;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Access;

/// <summary>Who was given which role in a region and below; with <c>?unused=true</c> those that nobody has used for half a year.</summary>
public sealed class ListGrants(Callers callers, GrantTable grants, Pseudonyms pseudonyms, TimeProvider time)
{
    [Function(nameof(ListGrants))]
    [Answers<Page<GrantResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/grants")] HttpRequest request)
    {
        var check = new Validation();
        var region = Query.Parsed<RegionCode>(request, "region", check) ?? await callers.RegionOfAsync(request, Role.Administrator);
        if ((await callers.RequireAsync(request, Role.Administrator, region, nameof(ListGrants))).Refused(out var refusal, out _))
            return Answer.Refuse(refusal);
        var unused = Query.Text(request, "unused") == "true";
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out refusal, out var page))
            return Answer.Refuse(refusal);

        var found = (await grants.ListAsync()).Where(grant => region.Contains(grant.Region) && (!unused || grant.IsUnusedAt(time.Now())));
        return Answer.Ok(
            page.Take(found.Select(grant => GrantResponse.Of(grant, pseudonyms)), grant => $"{grant.Region.Value, -12}|{grant.Id}")
        );
    }
}
