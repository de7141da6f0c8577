using System.Diagnostics;
using EStation.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace EStation.Http;

/// <summary>Turns an unexpected failure into a problem document without internal details.</summary>
public sealed class ProblemMiddleware(ILogger<ProblemMiddleware> logger) : IFunctionsWorkerMiddleware
{
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(2);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        http.TraceIdentifier = TraceIdOf(context.TraceContext.TraceParent, http.Request.Headers.TraceParent);
        SecurityHeaders.Set(http.Response.Headers);
        try
        {
            await next(context);
        }
        catch (Exception failure) when (http.RequestAborted.IsCancellationRequested && IsHangUp(failure))
        {
            // The client has disconnected.
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            await new Problem(RefusalOf(failure, context.FunctionDefinition.Name)).ExecuteAsync(http);
        }
    }

    /// <summary>The W3C trace id of the host, else of the client, else a new one.</summary>
    private static string TraceIdOf(params ReadOnlySpan<string?> parents)
    {
        foreach (var parent in parents)
        {
            if (ActivityContext.TryParse(parent, null, out var trace))
                return trace.TraceId.ToHexString();
        }

        return ActivityTraceId.CreateRandom().ToHexString();
    }

    private static bool IsHangUp(Exception failure) => failure is OperationCanceledException or IOException;

    private Refusal RefusalOf(Exception failure, string function)
    {
        if (failure is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
            return Refusal.BodyTooLarge;
        if (failure is BadHttpRequestException)
            return Refusal.JsonInvalid;
        if (StorageFailure.IsPassing(failure))
        {
            logger.LogWarning("{Function} is answered with 503: {Problem}", function, ProblemOf(failure));
            return Refusal.Unavailable.After(ComeBack);
        }

        logger.LogError(failure, "{Function} failed", function);
        return Refusal.Failed;
    }

    // Only UnavailableException names the missing part; all other exceptions here come from storage.
    private static string ProblemOf(Exception failure) =>
        failure is UnavailableException ? failure.Message : $"storage is away: {failure.Message.Split('\n')[0]}";
}
