using EStation.Http;
using EStation.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EStation.Service;

/// <summary>Delays requests shortly while the app prepares its storage, then answers 503. Health is exempt.</summary>
public sealed class ReadyMiddleware(Preparation preparation) : IFunctionsWorkerMiddleware
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(2);

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        preparation.Ready.IsCompletedSuccessfully || context.FunctionDefinition.Name == GetHealth.Name
            ? next(context)
            : WaitAsync(context, next);

    private async Task WaitAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext();
        // A timer has no client that waits.
        var waiting = http is null ? preparation.Ready : Task.WhenAny(preparation.Ready, Task.Delay(Patience, http.RequestAborted));
        await waiting;
        if (preparation.Ready.IsCompletedSuccessfully)
            await next(context);
        else if (http is not null)
            await new Problem(Refusal.Unavailable.After(ComeBack)).ExecuteAsync(http);
    }
}
