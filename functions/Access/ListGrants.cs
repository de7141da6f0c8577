using EStation.Http;
using EStation.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Access;

/// <summary>Lists the grants of a region and below; <c>?unused=true</c> keeps those without use for half a year.</summary>
public sealed class ListGrants(GrantTable grants, Pseudonyms pseudonyms, TimeProvider time)
{
    [Function(nameof(ListGrants))]
    [Access(Role.Administrator, Region = RegionOf.Query)]
    [Answers<Page<GrantResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/grants")] HttpRequest request)
    {
        var region = request.Caller().Region;
        var check = new Validation();
        var unused = Query.Text(request, "unused") == "true";
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);

        var found = (await grants.ListAsync()).Where(grant => region.Contains(grant.Region) && (!unused || grant.IsUnusedAt(time.Now())));
        return Answer.Ok(
            page.Take(found.Select(grant => GrantResponse.Of(grant, pseudonyms)), grant => $"{grant.Region.Value, -12}|{grant.Id}")
        );
    }
}
