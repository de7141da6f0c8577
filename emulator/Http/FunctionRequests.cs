using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace EStation.Emulator;

/// <summary>Serves function routes: what no route fits is a 404, what a function throws a 500, both with an empty body.</summary>
internal sealed class FunctionRequests(RouteTable routes, FunctionExecutionDelegate pipeline, ILogger<FunctionRequests> logger)
{
    public Task ServeAsync(HttpContext http)
    {
        if (routes.Find(http) is { } function)
            return InvokeAsync(http, function);

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private async Task InvokeAsync(HttpContext http, Function function)
    {
        try
        {
            await pipeline(new Invocation(function, http.RequestServices, http.RequestAborted) { Served = http });
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "Function {Function} failed.", function.Name);
            if (http.Response.HasStarted)
                http.Abort();
            else
                Fail(http.Response);
        }
    }

    private static void Fail(HttpResponse response)
    {
        response.Clear();
        response.StatusCode = StatusCodes.Status500InternalServerError;
    }
}
