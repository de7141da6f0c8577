using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.LocalHost.Worker;

public sealed class InProcessWorkerTests
{
    [Fact]
    public async Task A_worker_keeps_the_route_prefix_of_its_own_app_when_another_app_starts()
    {
        await using var first = await RunningHost.StartAsync([typeof(Hello)], hostJson: HostJson("first"));
        await using var second = await RunningHost.StartAsync([typeof(Hello)], hostJson: HostJson("second"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(first, "first/hello"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second, "second/hello"));
    }

    private static string HostJson(string prefix) =>
        $$"""{ "version": "2.0", "extensions": { "http": { "routePrefix": "{{prefix}}" } } }""";

    private static async Task<HttpStatusCode> StatusAsync(RunningHost host, string path)
    {
        using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private sealed class Hello
    {
        [Function("Hello")]
        public static IResult Get([HttpTrigger(AuthorizationLevel.Anonymous, Route = "hello")] HttpRequest request) =>
            Results.Text(request.Method);
    }
}
