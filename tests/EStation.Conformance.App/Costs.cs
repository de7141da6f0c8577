using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Conformance;

/// <summary>What the platform costs: a function that does nothing, and one that writes one row by the plain SDK.</summary>
public sealed class Costs(CostTable rows)
{
    [Function("Empty")]
    public static IResult Empty([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "empty")] HttpRequest request) =>
        Results.StatusCode(request.Query.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    [Function("OneRow")]
    public async Task<IResult> OneRow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "one-row")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        await rows.AddAsync(request.ContentLength ?? 0, cancellation);
        return Results.StatusCode(StatusCodes.Status201Created);
    }
}

/// <summary>The rows of <see cref="Costs"/>.</summary>
public sealed class CostTable(StorageOfTicks storage)
{
    private readonly TableClient client = storage.Table("ConformanceCosts");
    private Task? created;

    public async Task AddAsync(long length, CancellationToken cancellation)
    {
        await (created ??= client.CreateIfNotExistsAsync(CancellationToken.None));
        await client.AddEntityAsync(new TableEntity("costs", Guid.NewGuid().ToString("N")) { ["Length"] = length }, cancellation);
    }
}
