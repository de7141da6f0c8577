using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics.Reconciliation;

/// <param name="Last">The last nightly comparison of totals and records, or null before the first.</param>
public sealed record ReconciliationResponse(ReconciliationReport? Last);

/// <summary>What the last nightly recount found.</summary>
public sealed class GetReconciliation(ReconciliationTable reports)
{
    [Function(nameof(GetReconciliation))]
    [Access(Role.Administrator, Region = RegionOf.Province)]
    [Answers<ReconciliationResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statistics/reconciliation")] HttpRequest request
    )
    {
        return Answer.Ok(new ReconciliationResponse(await reports.FindLastAsync()));
    }
}
