using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics;

/// <summary>How far the rebuild is.</summary>
public sealed class GetRebuild(Callers callers, ReconciliationTable table)
{
    [Function(nameof(GetRebuild))]
    [Answers<RebuildResponse>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statistics/rebuild")] HttpRequest request)
    {
        if (
            (await callers.RequireAsync(request, Role.Administrator, RegionCode.Province, nameof(GetRebuild))).Refused(
                out var refusal,
                out _
            )
        )
            return Answer.Refuse(refusal);
        return Answer.Ok(RebuildResponse.Of(await table.ReadRebuildAsync()));
    }
}
