using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace EStation.Emulator;

public sealed class MiddlewareTests
{
    private static readonly Uri Throws = new("throws", UriKind.Relative);
    private static readonly Uri ThrowsInResult = new("throws-in-result", UriKind.Relative);
    private static readonly Uri From = new("from", UriKind.Relative);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Middleware_can_answer_for_a_function_that_throws_but_not_for_a_result_that_does()
    {
        await using var host = await RunningHost.StartAsync([typeof(HostAnswers)], builder => builder.UseMiddleware<Problems>());

        Assert.Equal(HttpStatusCode.Conflict, (await host.Client.GetAsync(Throws, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await host.Client.GetAsync(ThrowsInResult, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Middleware_runs_in_the_order_added_and_may_replace_the_result()
    {
        await using var host = await RunningHost.StartAsync(
            [typeof(HostAnswers)],
            builder =>
                builder
                    .UseMiddleware(
                        async (context, next) =>
                        {
                            context.GetHttpContext()!.Response.Headers["Order"] = "one";
                            await next();
                            context.GetInvocationResult().Value = Results.Text("replaced");
                        }
                    )
                    .UseWhen(
                        context => context.FunctionDefinition.Name == "From",
                        (context, next) =>
                        {
                            context.GetHttpContext()!.Response.Headers.Append("Order", "two");
                            return next();
                        }
                    )
        );
        using var response = await host.Client.GetAsync(From, Cancellation);

        Assert.Equal(["one", "two"], response.Headers.GetValues("Order"));
        Assert.Equal("replaced", await response.Content.ReadAsStringAsync(Cancellation));
    }

    private sealed class Problems : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            try
            {
                await next(context);
            }
            catch (InvalidOperationException)
            {
                context.GetInvocationResult().Value = Results.Conflict();
            }
        }
    }
}
