using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace EStation.Emulator;

/// <summary>Serves a function's request in the host's order: limits, key, disabled or not, then the function.</summary>
internal sealed class FunctionRequests(
    RequestLimits limits,
    KeyRing keys,
    DisabledFunctions disabled,
    FunctionExecutionDelegate pipeline,
    ILogger<FunctionRequests> logger
)
{
    public async Task ServeAsync(HttpContext http, Function function)
    {
        if (!limits.TryJoin())
        {
            http.Response.Headers["X-FUNCTION-SCALEOUT"] = "1";
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        await limits.TurnAsync();
        try
        {
            await AdmitAsync(http, function);
        }
        finally
        {
            limits.Leave();
        }
    }

    private Task AdmitAsync(HttpContext http, Function function)
    {
        var needed = function.Http!.SaidLevel ?? AuthorizationLevel.Function;
        var isDisabled = disabled.Contains(function);
        if (needed == AuthorizationLevel.Anonymous && !isDisabled)
            return InvokeAsync(http, function);

        var level = keys.LevelOf(http.Request, function);
        if (level == AuthorizationLevel.Admin)
            return InvokeAsync(http, function);
        if (level != needed && needed != AuthorizationLevel.Anonymous)
            return Empty(http, StatusCodes.Status401Unauthorized);
        return isDisabled ? Empty(http, StatusCodes.Status404NotFound) : InvokeAsync(http, function);
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
                await Empty(http, StatusCodes.Status500InternalServerError);
        }
    }

    private static Task Empty(HttpContext http, int status)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
