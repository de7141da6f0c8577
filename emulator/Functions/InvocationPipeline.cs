using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace EStation.Emulator;

/// <summary>The middleware in the order added, then the function itself.</summary>
internal sealed class InvocationPipeline
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _steps = [];

    public void Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> step) => _steps.Add(step);

    /// <summary>
    /// As in the worker, the step that writes an IResult sits where the integration was added: after the middleware behind it has
    /// returned, so that a throwing IResult passes by that middleware.
    /// </summary>
    public void UseAspNetCoreIntegration() =>
        Use(next =>
            async context =>
            {
                var invocation = (Invocation)context;
                if (invocation.Served is not { } http)
                {
                    await next(context);
                    return;
                }

                invocation.ExposeHttpContext();
                await next(context);
                if (invocation.Result is IResult result)
                    await result.ExecuteAsync(http);
                else if (invocation.Result is { } dropped)
                {
                    context
                        .GetLogger<InvocationPipeline>()
                        .LogWarning(
                            "Function {Function} returned {Type}, which is not an IResult: the host drops it.",
                            invocation.Function.Name,
                            dropped.GetType()
                        );
                }
            }
        );

    public FunctionExecutionDelegate Build()
    {
        FunctionExecutionDelegate next = static async context =>
        {
            var invocation = (Invocation)context;
            invocation.Result = await invocation.Function.Call(invocation);
        };
        for (var i = _steps.Count - 1; i >= 0; i--)
            next = _steps[i](next);
        return next;
    }
}
