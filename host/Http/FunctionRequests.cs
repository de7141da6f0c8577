using System.Net;
using EStation.LocalHost.Rpc;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace EStation.LocalHost;

/// <summary>Serves a function's request in the real host's order: limits, key, disabled or not, then the worker.</summary>
internal sealed class FunctionRequests(
    RequestLimits limits,
    KeyRing keys,
    DisabledFunctions disabled,
    Invocations invocations,
    IHttpForwarder forwarder,
    Uri worker,
    ILogger logger
) : IDisposable
{
    private static readonly ForwarderRequestConfig Config = new()
    {
        ActivityTimeout = TimeSpan.FromSeconds(240),
        Version = HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    private readonly HttpMessageInvoker client = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
        }
    );

    private readonly string worker = worker.ToString();

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

    public void Dispose() => client.Dispose();

    private Task AdmitAsync(HttpContext http, Function function)
    {
        var needed = function.Http!.Level;
        var isDisabled = disabled.Contains(function);
        if (needed == KeyLevel.Anonymous && !isDisabled)
            return InvokeAsync(http, function);

        var level = keys.LevelOf(http.Request, function);
        if (level == KeyLevel.Admin)
            return InvokeAsync(http, function);
        if (level != needed && needed != KeyLevel.Anonymous)
            return Empty(http, StatusCodes.Status401Unauthorized);
        return isDisabled ? Empty(http, StatusCodes.Status404NotFound) : InvokeAsync(http, function);
    }

    /// <summary>The request goes to the worker's HTTP endpoint, the invocation over gRPC, and the worker matches them by the correlation
    /// header. After a failed forward the invocation waits until the worker times out, as on the real host.</summary>
    private async Task InvokeAsync(HttpContext http, Function function)
    {
        var invocation = Guid.NewGuid().ToString();
        http.Request.Headers[Invocations.CorrelationHeader] = invocation;
        var forwarding = forwarder.SendAsync(http, worker, client, Config, HttpTransformer.Default);
        var failure = await FailureOfAsync(invocations.InvokeAsync(function, invocation, http));
        var forwarded = await forwarding;
        if (http.RequestAborted.IsCancellationRequested)
            return;
        if (failure is null && forwarded == ForwarderError.None)
            return;

        logger.LogError("Function {Function} failed: {Failure}", function.Name, failure ?? $"forwarding the request: {forwarded}");
        if (http.Response.HasStarted)
            http.Abort();
        else
            await Empty(http, StatusCodes.Status500InternalServerError);
    }

    private static async Task<string?> FailureOfAsync(Task<StatusResult> invoking)
    {
        try
        {
            var result = await invoking;
            return result.Status == StatusResult.Types.Status.Success ? null : result.Exception?.Message ?? result.Result;
        }
        catch (WorkerGoneException gone)
        {
            return gone.Message;
        }
    }

    private static Task Empty(HttpContext http, int status)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
