using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.LocalHost;

public sealed class KeyTests : IAsyncLifetime
{
    private readonly TemporaryFolder data = new();
    private readonly Dictionary<string, string> keys = [];
    private RunningHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        this.host = await StartAsync();
        var host = KeyFile.ReadOrMake(this.host.Keys.HostFile, HostKeyFile.Make);
        keys["master"] = this.host.Keys.Master;
        keys["host"] = host.FunctionKeys[0].Value;
        keys["own"] = this.host.Keys.Of("NeedsFunction")[0].Value;
        keys["other"] = this.host.Keys.Of("NeedsAdmin")[0].Value;
        keys["wrong"] = "wrong";
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        data.Dispose();
    }

    [Theory]
    [InlineData("open", null, 200)]
    [InlineData("open", "wrong", 200)]
    [InlineData("function", null, 401)]
    [InlineData("function", "wrong", 401)]
    [InlineData("function", "other", 401)]
    [InlineData("function", "own", 200)]
    [InlineData("function", "host", 200)]
    [InlineData("function", "master", 200)]
    [InlineData("admin-only", null, 404)]
    [InlineData("only-admin", null, 401)]
    [InlineData("only-admin", "own", 401)]
    [InlineData("only-admin", "host", 401)]
    [InlineData("only-admin", "other", 401)]
    [InlineData("only-admin", "master", 200)]
    [InlineData("only-user", "host", 401)]
    [InlineData("only-user", "master", 200)]
    public async Task A_level_is_opened_by_its_keys_alone(string path, string? key, int expected)
    {
        Assert.Equal(expected, await StatusAsync(path, key is null ? null : keys[key], null));
        Assert.Equal(expected, await StatusAsync(path, null, key is null ? null : keys[key]));
    }

    [Fact]
    public async Task The_header_wins_over_the_query_even_when_it_is_wrong()
    {
        Assert.Equal(401, await StatusAsync("function", "wrong", keys["own"]));
        Assert.Equal(200, await StatusAsync("function", keys["own"], "wrong"));
    }

    [Fact]
    public async Task Keys_stay_the_same_for_the_next_host_and_only_their_owner_may_read_them()
    {
        await using var next = await StartAsync();

        Assert.Equal(keys["master"], next.Keys.Master);
        Assert.Equal(keys["own"], next.Keys.Of("NeedsFunction")[0].Value);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(next.Keys.HostFile));
    }

    [Fact]
    public async Task Two_hosts_that_make_the_keys_at_the_same_moment_have_the_same()
    {
        var path = data.File("at-once.json");
        var making = Enumerable
            .Range(0, 20)
            .Select(_ => Task.Run(() => KeyFile.ReadOrMake(path, HostKeyFile.Make).MasterKey.Value, Cancellation));
        var made = await Task.WhenAll(making);

        Assert.Single(made.Distinct());
    }

    private Task<RunningHost> StartAsync() => RunningHost.StartAsync([typeof(Levels)], settings: new() { ["Local:DataPath"] = data.Path });

    private async Task<int> StatusAsync(string path, string? header, string? query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, query is null ? path : $"{path}?code={query}");
        if (header is not null)
            request.Headers.Add("x-functions-key", header);
        using var response = await host.Client.SendAsync(request, Cancellation);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
            Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        return (int)response.StatusCode;
    }

    private sealed class Levels
    {
        [Function("Open")]
        public static IResult Open([HttpTrigger(AuthorizationLevel.Anonymous, Route = "open")] HttpRequest request) =>
            Results.Text(request.Method);

        [Function("NeedsFunction")]
        public static IResult NeedsFunction([HttpTrigger(Route = "function")] HttpRequest request) => Results.Text(request.Method);

        [Function("NeedsAdmin")]
        public static IResult NeedsAdmin([HttpTrigger(AuthorizationLevel.Admin, Route = "only-admin")] HttpRequest request) =>
            Results.Text(request.Method);

        [Function("NeedsUser")]
        public static IResult NeedsUser([HttpTrigger(AuthorizationLevel.User, Route = "only-user")] HttpRequest request) =>
            Results.Text(request.Method);
    }
}
