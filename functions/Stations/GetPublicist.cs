using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Stations;

/// <summary>A village's science publicist, for its officials; each such read is recorded.</summary>
public sealed class GetPublicist(Callers callers, PublicistTable publicists)
{
    [Function(nameof(GetPublicist))]
    [Answers<PublicistResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/villages/{code}/publicist")] HttpRequest request,
        string code
    )
    {
        var known = RegionCode.TryParse(code, null, out var village) && village.Level == RegionLevel.Village;
        if (
            (await callers.RequireAsync(request, Role.Official, known ? village : null, nameof(GetPublicist), code)).Refused(
                out var refusal,
                out var caller
            )
        )
            return Answer.Refuse(refusal);
        if (!known || await publicists.FindAsync(village) is not { } publicist)
            return Answer.Refuse(Refusal.NotFound);
        await callers.RecordAsync(caller, nameof(GetPublicist), village, code);
        return Answer.Ok(PublicistResponse.Of(publicist));
    }
}
