using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EStation.Service;
using EStation.Storage;
using EStation.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace EStation.Http;

/// <summary>Failures, traces and the start as the real worker shows them.</summary>
public class WorkerAnswersTests(TestStorage storage)
{
    [Fact]
    public async Task A_body_over_the_workers_limit_is_413()
    {
        await using var host = await TestHost.StartAsync(storage);
        var answer = await host.Http.PostAsync("api/sign-in/codes", Json(31_000_000), TestContext.Current.CancellationToken);
        Assert.Equal("body.too-large", await Farmer.RefusalOf(answer, HttpStatusCode.RequestEntityTooLarge));
    }

    [Fact]
    public async Task A_problem_names_the_callers_trace_else_a_new_one()
    {
        await using var host = await TestHost.StartAsync(storage);
        var request = new HttpRequestMessage(HttpMethod.Get, "api/me");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", await TraceOfAsync(host, request));
        Assert.Matches("^[0-9a-f]{32}$", await TraceOfAsync(host, new HttpRequestMessage(HttpMethod.Get, "api/me")));
    }

    [Fact]
    public async Task Paths_below_admin_that_the_host_does_not_know_are_the_catch_alls()
    {
        await using var host = await TestHost.StartAsync(storage);
        foreach (var path in new[] { "admin", "admin/", "admin/nothing", "admin/warmup" })
        {
            var answer = await host.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal("not-found", await Farmer.RefusalOf(answer, HttpStatusCode.NotFound));
        }
    }

    [Fact]
    public async Task Health_names_the_tables_that_are_missing()
    {
        await using var host = await TestHost.StartAsync(storage);
        await host.Get<StorageAccounts>().Table("Publicists").DeleteAsync(TestContext.Current.CancellationToken);
        var answer = await host.Http.GetAsync("api/health", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        var said = (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["storage"]!;
        Assert.Equal(("missing", "ok"), ((string?)said["tables"], (string?)said["blobs"]));
        Assert.Equal(["Publicists"], said["missing"]!.AsArray().Select(name => (string?)name));
    }

    [Fact]
    public async Task A_step_of_the_preparation_is_tried_again_until_storage_is_back_and_requests_wait_for_it()
    {
        var step = new Mock<IPrepare>();
        var back = new TaskCompletionSource();
        step.SetupSequence(one => one.PrepareAsync(It.IsAny<CancellationToken>()))
            .ThrowsAsync(new UnavailableException("The test's storage is away."))
            .Returns(back.Task);
        using var preparation = new Preparation([step.Object], Mock.Of<IHostApplicationLifetime>(), NullLogger<Preparation>.Instance);
        await preparation.StartAsync(TestContext.Current.CancellationToken);
        var served = new TaskCompletionSource();
        var request = new ReadyMiddleware(preparation).Invoke(
            Context("ListContests"),
            _ =>
            {
                served.SetResult();
                return Task.CompletedTask;
            }
        );
        Assert.False(served.Task.IsCompleted);
        back.SetResult();
        await served.Task.WaitAsync(TestContext.Current.CancellationToken);
        await request;
        step.Verify(one => one.PrepareAsync(It.IsAny<CancellationToken>()), Times.Exactly(2));
        await preparation.StopAsync(TestContext.Current.CancellationToken);
    }

    private static FunctionContext Context(string function)
    {
        var context = new Mock<FunctionContext>();
        context.SetupGet(one => one.Items).Returns(new Dictionary<object, object> { ["HttpRequestContext"] = new DefaultHttpContext() });
        context.SetupGet(one => one.FunctionDefinition).Returns(Mock.Of<FunctionDefinition>(one => one.Name == function));
        return context.Object;
    }

    private static async Task<string> TraceOfAsync(TestHost host, HttpRequestMessage request)
    {
        var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["traceId"]!;
    }

    private static ByteArrayContent Json(int bytes)
    {
        var content = new ByteArrayContent(new byte[bytes]);
        content.Headers.ContentType = new("application/json");
        return content;
    }
}
