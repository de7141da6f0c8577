using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Conformance;

public sealed record Echoed(
    string Method,
    string Path,
    string Query,
    string? First,
    string? Header,
    string ContentType,
    string Body,
    string Scheme
);

/// <summary>What goes in and what comes out.</summary>
public sealed class Answers
{
    public const int Chunks = 4;
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    [Function("Echo")]
    public async Task<IResult> Echo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "put", Route = "echo/{first}")] HttpRequest request,
        string first,
        CancellationToken cancellation
    )
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(cancellation);
        return Results.Json(
            new Echoed(
                request.Method,
                request.Path.Value!,
                request.QueryString.Value ?? "",
                first,
                request.Headers["X-Asked"],
                request.ContentType ?? "",
                body,
                request.Scheme
            )
        );
    }

    [Function("Bytes")]
    public IResult Bytes([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "bytes/{count:int}")] HttpRequest request, int count) =>
        Results.Bytes(new byte[count], request.Query["type"].ToString());

    [Function("Status")]
    public IResult Status([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "status/{code:int}")] HttpRequest request, int code)
    {
        request.HttpContext.Response.Headers["X-Several"] = new[] { "one", "two" };
        return Results.StatusCode(code);
    }

    [Function("Stream")]
    public async Task Stream(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "stream")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var response = request.HttpContext.Response;
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        response.ContentType = "text/plain";
        for (var chunk = 0; chunk < Chunks; chunk++)
        {
            await response.WriteAsync($"chunk {chunk}\n", cancellation);
            await response.Body.FlushAsync(cancellation);
            await Task.Delay(Pause, cancellation);
        }
    }

    [Function("Boom")]
    public IResult Boom([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "boom")] HttpRequest request) =>
        throw new InvalidOperationException($"On purpose: {request.Path}");

    [Function("Slow")]
    public async Task<IResult> Slow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "slow")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        return Results.Text(request.Method);
    }
}
