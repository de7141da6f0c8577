using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.LocalHost;

public sealed class RequestLimitsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Too_many_requests_are_refused_at_once_and_the_others_served_one_after_the_other()
    {
        var gate = new Gate();
        await using var host = await RunningHost.StartAsync(
            [typeof(Waits)],
            builder => builder.Services.AddSingleton(gate),
            """{ "version": "2.0", "extensions": { "http": { "routePrefix": "", "maxConcurrentRequests": 1, "maxOutstandingRequests": 3 } } }"""
        );

        var six = Enumerable.Range(0, 6).Select(_ => host.Client.GetAsync(new Uri("waits", UriKind.Relative), Cancellation)).ToList();
        for (var refusals = 0; refusals < 3; refusals++)
        {
            var refused = await Task.WhenAny(six);
            six.Remove(refused);
            Assert.Equal(HttpStatusCode.TooManyRequests, (await refused).StatusCode);
            Assert.Equal(["1"], (await refused).Headers.GetValues("X-FUNCTION-SCALEOUT"));
            Assert.Null((await refused).Headers.RetryAfter);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(new Uri("unknown", UriKind.Relative), Cancellation)).StatusCode);
        gate.Open.SetResult();
        Assert.All(await Task.WhenAll(six), served => Assert.Equal(HttpStatusCode.OK, served.StatusCode));
        Assert.Equal(1, gate.Most);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(new Uri("waits", UriKind.Relative), Cancellation)).StatusCode);
    }

    private sealed class Gate
    {
        private int inside;

        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Most { get; private set; }

        public async Task PassAsync()
        {
            Most = Math.Max(Most, Interlocked.Increment(ref inside));
            await Open.Task;
            Interlocked.Decrement(ref inside);
        }
    }

    private sealed class Waits(Gate gate)
    {
        [Function("Waits")]
        public Task Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waits")] HttpRequest request) =>
            request.HttpContext.RequestAborted.IsCancellationRequested ? Task.CompletedTask : gate.PassAsync();
    }
}
