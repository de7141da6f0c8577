using EStation.Http;
using EStation.Statistics;
using EStation.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Service;

internal enum Health
{
    Ok,
    Unavailable,
}

/// <param name="Statistics">What the last nightly recount found, or null before the first.</param>
internal sealed record HealthResponse(Health Status, string Version, StorageHealth Storage, StatisticsHealth? Statistics);

/// <param name="Differences">Figures that differ from the records; the log and <c>/api/statistics/reconciliation</c> name them.</param>
internal sealed record StatisticsHealth(DateTimeOffset AuditedAt, int Differences, int CountiesFailed);

internal sealed record StorageHealth(Health Tables, Health Blobs);

/// <summary>Whether the app and its storage are there.</summary>
internal sealed class GetHealth(StorageAccounts accounts, ReconciliationTable reconciliations)
{
    private const string RetryAfterSeconds = "2";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    [Function(nameof(GetHealth))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var tables = ProbeAsync(
            token =>
                accounts
                    .Table("Contests")
                    .GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("health", "health", cancellationToken: token),
            cancellation
        );
        var blobs = ProbeAsync(token => accounts.Blobs.GetBlobContainerClient("reference").ExistsAsync(token), cancellation);
        var storage = new StorageHealth(await tables, await blobs);
        var status = storage is { Tables: Health.Ok, Blobs: Health.Ok } ? Health.Ok : Health.Unavailable;
        if (status == Health.Unavailable)
            request.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        return new JsonAnswer<HealthResponse>(
            status == Health.Ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
            new HealthResponse(status, Build.Version, storage, await AuditedAsync(status))
        );
    }

    /// <summary>A difference in the figures is no reason to take the app out of service.</summary>
    private async Task<StatisticsHealth?> AuditedAsync(Health status)
    {
        try
        {
            return status == Health.Ok && await reconciliations.FindLastAsync() is { } last
                ? new StatisticsHealth(last.At, last.Found, last.Failed.Count)
                : null;
        }
        catch (Exception failure) when (StorageFailure.IsPassing(failure))
        {
            return null;
        }
    }

    private static async Task<Health> ProbeAsync(Func<CancellationToken, Task> probe, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            await probe(limit.Token);
            return Health.Ok;
        }
        catch (Exception failure) when (StorageFailure.IsPassing(failure))
        {
            return Health.Unavailable;
        }
    }
}
