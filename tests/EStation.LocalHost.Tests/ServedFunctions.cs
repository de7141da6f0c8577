using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace EStation.LocalHost;

/// <summary>What a host in a process of its own serves.</summary>
internal sealed class ServedFunctions(IConfiguration settings)
{
    private readonly TableClient table = new(settings["AzureWebJobsStorage"], "Served");

    [Function("Put")]
    public async Task<IResult> Put([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "rows/{key}")] HttpRequest request, string key)
    {
        await table.CreateIfNotExistsAsync(request.HttpContext.RequestAborted);
        await table.UpsertEntityAsync(new TableEntity("rows", key), cancellationToken: request.HttpContext.RequestAborted);
        return Results.Ok();
    }

    [Function("Get")]
    public async Task<IResult> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rows/{key}")] HttpRequest request, string key)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>("rows", key, cancellationToken: request.HttpContext.RequestAborted);
        return row.HasValue ? Results.Ok() : Results.NotFound();
    }

    [Function("LastBeat")]
    public async Task<IResult> LastBeat([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "beat")] HttpRequest request)
    {
        var beat = await table.GetEntityIfExistsAsync<TableEntity>("beats", "False", cancellationToken: request.HttpContext.RequestAborted);
        return Results.Text(beat.HasValue ? $"{beat.Value!["Host"]}" : "");
    }

    /// <summary>Says that it has begun, and ends only when the file <c>ReleaseFile</c> is there.</summary>
    [Function("UntilReleased")]
    public async Task UntilReleased([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "until-released")] HttpRequest request)
    {
        await request.HttpContext.Response.WriteAsync("begun ");
        await request.HttpContext.Response.Body.FlushAsync();
        while (!File.Exists(settings["ReleaseFile"]))
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        await table.CreateIfNotExistsAsync();
        await request.HttpContext.Response.WriteAsync("and ended with storage");
    }

    [Function("Process")]
    public static IResult Process([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "process")] HttpRequest request) =>
        Results.Text($"{Environment.ProcessId}{request.QueryString}");

    [Function("Settings")]
    public IResult Settings(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "settings/{name}")] HttpRequest request,
        string name
    ) => Results.Text(settings[name] ?? $"{request.Path.Value} is not set");

    /// <summary>Leaves the host's name where the next beat of any host overwrites it.</summary>
    [Function("Beat")]
    public async Task Beat([TimerTrigger("* * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        await table.CreateIfNotExistsAsync(cancellation);
        var beat = new TableEntity("beats", $"{timer.IsPastDue}") { ["Host"] = settings["HostName"] };
        await table.UpsertEntityAsync(beat, TableUpdateMode.Replace, cancellation);
    }
}
