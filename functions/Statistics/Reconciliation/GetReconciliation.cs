using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics;

/// <param name="Last">The last nightly comparison of totals and records, or null before the first.</param>
public sealed record ReconciliationResponse(ReconciliationReport? Last);

/// <summary>What the last nightly recount found.</summary>
public sealed class GetReconciliation(Callers callers, ReconciliationTable reports)
{
    [Function(nameof(GetReconciliation))]
    [Answers<ReconciliationResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statistics/reconciliation")] HttpRequest request
    )
    {
        if (
            (await callers.RequireAsync(request, Role.Administrator, RegionCode.Province, nameof(GetReconciliation))).Refused(
                out var refusal,
                out _
            )
        )
            return Answer.Refuse(refusal);
        return Answer.Ok(new ReconciliationResponse(await reports.FindLastAsync()));
    }
}
