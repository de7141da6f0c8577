using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics.Reconciliation;

/// <summary>How far the rebuild is.</summary>
public sealed class GetRebuild(ReconciliationTable table)
{
    [Function(nameof(GetRebuild))]
    [Access(Role.Administrator, Region = RegionOf.Province)]
    [Answers<RebuildResponse>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statistics/rebuild")] HttpRequest request)
    {
        return Answer.Ok(RebuildResponse.Of(await table.ReadRebuildAsync()));
    }
}
