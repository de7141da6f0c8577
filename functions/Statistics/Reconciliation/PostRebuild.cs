using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics.Reconciliation;

/// <summary>Starts a recount of all totals from the records and a new publication of all documents, county by county, without
/// downtime.</summary>
public sealed class PostRebuild(Divisions divisions, ReconciliationTable table, TimeProvider time)
{
    [Function(nameof(PostRebuild))]
    [Access(Role.Administrator, Region = RegionOf.Province)]
    [Answers<RebuildResponse>(202)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/statistics/rebuild")] HttpRequest request
    )
    {
        var caller = request.Caller();
        var steps = await table.ReadRebuildAsync();
        if (steps.Count == 0 || steps.All(step => step.DoneAt is not null)) // a running rebuild is not restarted
        {
            steps = [.. divisions.Counties.Select(county => new RebuildStep(county, time.Now(), null, 0, 0, 0))];
            await table.ReplaceAsync(steps);
        }

        await caller.RecordAsync(RegionCode.Province, "");
        return Answer.Accepted(RebuildResponse.Of(steps));
    }
}
