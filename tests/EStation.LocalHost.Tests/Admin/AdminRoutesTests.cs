using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.LocalHost;

public sealed class AdminRoutesTests(SharedAzurite azurite) : IAsyncLifetime
{
    private readonly TimerStage stage = new(azurite);
    private readonly Ticks ticks = new();
    private RunningHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        host = await stage.StartAsync(
            typeof(Both),
            ticks,
            ("AzureWebJobs.Yearly.Disabled", "true"),
            ("AzureWebJobs.Hello.Disabled", "true")
        );

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task It_is_for_the_master_key_alone()
    {
        foreach (var path in new[] { "admin/host/status", "admin/functions", "admin/functions/Yearly" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, path, null)).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, path, "wrong")).StatusCode);
            var host = KeyFile.ReadOrMake(this.host.Keys.HostFile, HostKeyFile.Make);
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Get, path, host.FunctionKeys[0].Value)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, path, this.host.Keys.Master)).StatusCode);
        }
    }

    [Fact]
    public async Task It_tells_of_the_host_and_its_functions()
    {
        var status = await GetAsync("admin/host/status");
        var functions = (await GetAsync("admin/functions")).EnumerateArray().ToArray();

        Assert.Equal(("Running", stage.HostId), (status.GetProperty("state").GetString(), status.GetProperty("id").GetString()));
        Assert.Equal(["Hello", "Yearly"], functions.Select(function => function.GetProperty("name").GetString()));
        Assert.Equal("timerTrigger", functions[1].GetProperty("config").GetProperty("bindings")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task It_runs_a_timer_now_though_it_is_disabled_and_never_twice_at_once()
    {
        var release = new TaskCompletionSource();
        ticks.Inside = _ => release.Task;

        Assert.Equal(202, await host.RunNowAsync("Yearly"));
        Assert.Equal(202, await host.RunNowAsync("yearly"));
        Assert.False((await TimerStage.NowAsync(ticks)).IsPastDue);
        release.SetResult();
        await TimerStage.NowAsync(ticks);
        Assert.Equal(1, ticks.MostAtOnce);
    }

    [Fact]
    public async Task What_it_cannot_run_is_refused()
    {
        Assert.Equal(404, await host.RunNowAsync("Unknown"));
        Assert.Equal(202, await host.RunNowAsync("Hello"));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await SendAsync(HttpMethod.Post, "admin/functions/Yearly", host.Keys.Master, "{")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await SendAsync(HttpMethod.Post, "admin/functions/Yearly", host.Keys.Master, "null")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.UnsupportedMediaType,
            (await SendAsync(HttpMethod.Post, "admin/functions/Yearly", host.Keys.Master)).StatusCode
        );
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Post, "admin/functions/Yearly", null, "{}")).StatusCode);
        Assert.False(ticks.Fired.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_disabled_function_is_not_found_but_by_the_master()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Get, "Hello", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "Hello", host.Keys.Master)).StatusCode);
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path, host.Keys.Master);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? key, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
            request.Headers.Add("x-functions-key", key);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await host.Client.SendAsync(request, Cancellation);
    }

    private sealed class Both(Ticks ticks)
    {
        [Function("Hello")]
        public static IResult Hello([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text(request.Method);

        [Function("Yearly")]
        public Task Run([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellation) =>
            ticks.RunAsync(timer, cancellation);
    }
}
