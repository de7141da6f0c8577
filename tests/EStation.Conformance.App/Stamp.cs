using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EStation.Conformance;

/// <summary>Middleware runs around every function, and what it sets before reaches the client.</summary>
public sealed class Stamp : IFunctionsWorkerMiddleware
{
    public const string Header = "X-Stamp";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
            http.Response.Headers[Header] = context.FunctionDefinition.Name;
        return next(context);
    }
}
