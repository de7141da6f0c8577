using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Stations;

/// <summary>A village's publicist, for its officials; the audit records each read.</summary>
public sealed class GetPublicist(PublicistTable publicists)
{
    [Function(nameof(GetPublicist))]
    [Access(Role.Official, Region = RegionOf.Path)]
    [Answers<PublicistResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/villages/{code}/publicist")] HttpRequest request,
        string code
    )
    {
        if (
            !RegionCode.TryParse(code, null, out var village)
            || village.Level != RegionLevel.Village
            || await publicists.FindAsync(village) is not { } publicist
        )
            return Answer.Refuse(Refusal.NotFound);
        await request.Caller().RecordAsync(village);
        return Answer.Ok(PublicistResponse.Of(publicist));
    }
}
