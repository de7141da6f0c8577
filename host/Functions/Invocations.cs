using System.Diagnostics;
using System.Text.Json;
using EStation.LocalHost.Rpc;
using Microsoft.AspNetCore.Http;

namespace EStation.LocalHost;

internal sealed class Invocations(WorkerChannel channel)
{
    /// <summary>The header by which the worker finds the HTTP request of an invocation.</summary>
    public const string CorrelationHeader = "x-ms-invocation-id";

    /// <summary>Sends the gRPC half of an HTTP invocation; the request itself is forwarded.</summary>
    public async Task<StatusResult> InvokeAsync(Function function, string invocationId, HttpContext http)
    {
        var request = new InvocationRequest
        {
            InvocationId = invocationId,
            FunctionId = function.Id,
            InputData =
            {
                new ParameterBinding
                {
                    Name = function.TriggerName,
                    Data = new TypedData { Http = new RpcHttp() },
                },
            },
        };
        foreach (var (name, value) in http.Request.RouteValues)
        {
            if (value is not null)
                request.TriggerMetadata[name] = new TypedData { String = (string)value };
        }

        using var activity = StartActivity(function, http.Request.Headers.TraceParent, http.Request.Headers.TraceState);
        request.TraceContext = TraceOf(activity);
        return await channel.InvokeAsync(request, http.RequestAborted);
    }

    public async Task<StatusResult> InvokeAsync(Function function, TimerInfo timer, CancellationToken cancellation)
    {
        using var activity = StartActivity(function, null, null);
        var request = new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(),
            FunctionId = function.Id,
            InputData =
            {
                new ParameterBinding
                {
                    Name = function.TriggerName,
                    Data = new TypedData { Json = JsonSerializer.Serialize(timer) },
                },
            },
            TraceContext = TraceOf(activity),
        };
        return await channel.InvokeAsync(request, cancellation);
    }

    private static Activity StartActivity(Function function, string? parent, string? state)
    {
        var activity = new Activity(function.Name).SetIdFormat(ActivityIdFormat.W3C);
        if (ActivityContext.TryParse(parent, state, isRemote: true, out _))
        {
            activity.SetParentId(parent!);
            activity.TraceStateString = state;
        }

        return activity.Start();
    }

    private static RpcTraceContext TraceOf(Activity activity) =>
        new() { TraceParent = activity.Id, TraceState = activity.TraceStateString ?? "" };
}
