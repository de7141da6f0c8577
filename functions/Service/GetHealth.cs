using EStation.Access;
using EStation.Http;
using EStation.Statistics.Reconciliation;
using EStation.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Service;

/// <param name="Statistics">The result of the last nightly recount, or null before the first.</param>
public sealed record HealthResponse(Health Status, string Version, StorageHealth Storage, StatisticsHealth? Statistics);

/// <param name="Differences">The log and <c>/api/statistics/reconciliation</c> name the differing figures.</param>
public sealed record StatisticsHealth(DateTimeOffset AuditedAt, int Differences, int CountiesFailed);

public sealed class GetHealth(StorageProbe probe, Preparation preparation, ReconciliationTable reconciliations)
{
    public const string Name = "GetHealth";

    private const string RetryAfterSeconds = "2";

    [Function(Name)]
    [Access(Needs.Nothing)]
    [Answers<HealthResponse>(200, 503)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var storage = await probe.ProbeAsync(cancellation);
        var isReady = preparation.Ready.IsCompletedSuccessfully && storage is { Tables: Health.Ok, Blobs: Health.Ok };
        if (!isReady)
            request.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        return new JsonAnswer<HealthResponse>(
            isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
            new HealthResponse(isReady ? Health.Ok : Health.Unavailable, Build.Version, storage, isReady ? await AuditedAsync() : null)
        );
    }

    /// <summary>A difference in the figures does not take the app out of service.</summary>
    private async Task<StatisticsHealth?> AuditedAsync()
    {
        try
        {
            return await reconciliations.FindLastAsync() is { } last ? new StatisticsHealth(last.At, last.Found, last.Failed.Count) : null;
        }
        catch (Exception failure) when (StorageFailure.IsPassing(failure))
        {
            return null;
        }
    }
}
