using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics.Reconciliation;

/// <summary>Has all totals recounted from the records and all documents made anew, county by county, while everything goes on.</summary>
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
        if (steps.Count == 0 || steps.All(step => step.DoneAt is not null)) // one that is under way is not begun again
        {
            steps = [.. divisions.Counties.Select(county => new RebuildStep(county, time.Now(), null, 0, 0, 0))];
            await table.ReplaceAsync(steps);
        }

        await caller.RecordAsync(RegionCode.Province, "");
        return Answer.Accepted(RebuildResponse.Of(steps));
    }
}
