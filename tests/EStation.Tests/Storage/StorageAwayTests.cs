using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EStation.Contests;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Storage;

/// <summary>
/// Storage is away, or does not answer: 503 in bounded time, and afterwards everything goes on by itself. The fault is in the line.
/// </summary>
public class StorageAwayTests(TestStorage storage, ITestOutputHelper output)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_asks_is_told_in_time_and_nothing_is_half_done(bool hangs)
    {
        var account = storage.NewAccount();
        var data = Directory.CreateTempSubdirectory("proofs-").FullName;
        await using var line = await StorageProxy.StartAsync(account);
        await using var host = await HostProcess.StartAsync(
            line.ConnectionString,
            data,
            new Dictionary<string, string> { ["AzureWebJobs.RollUp.Disabled"] = "true", ["Storage:TimeoutMilliseconds"] = "2300" }
        );
        var crowd = await Crowd.GatherAsync(account, 3, [RegionCode.Parse("220102001001")]);
        var paper = await JsonOf(
            await SendAsync(host, HttpMethod.Post, $"api/contests/{Farmer.Contest}/attempts", crowd[0].Token, new { })
        );
        var submission = $"api/contests/{Farmer.Contest}/attempts/{paper["attempt"]}";
        var answers = new { answers = new { } };

        line.Delay = TimeSpan.FromSeconds(30);
        line.Plan = _ => hangs ? OnTheWay.Late : OnTheWay.Dropped;
        var asked = new[]
        {
            AskAsync(host, HttpMethod.Put, submission, crowd[0].Token, answers),
            AskAsync(host, HttpMethod.Post, $"api/contests/{Farmer.Contest}/attempts", crowd[1].Token, new { }),
            AskAsync(host, HttpMethod.Get, "api/me", crowd[2].Token, null),
            AskAsync(host, HttpMethod.Get, $"api/contests/{Farmer.Contest}/leaderboard?region=220102", null, null),
            AskAsync(host, HttpMethod.Get, "api/health", null, null),
        };
        var village = Enumerable
            .Range(0, 8)
            .Select(_ => AskAsync(host, HttpMethod.Post, "api/sign-in/codes", null, new { phone = Farmer.NewPhone() })); // behind one address
        foreach (var (path, status, problem, retryAfter, took) in await Task.WhenAll(asked.Concat(village)))
        {
            output.WriteLine($"{path}: {(int)status} after {took.TotalSeconds:0.0} s");
            Assert.True(status == HttpStatusCode.ServiceUnavailable, $"{path}: {(int)status} {problem}");
            Assert.True(took < Bound, $"{path} took {took}");
            Assert.True(retryAfter is { } wait && wait <= Bound, $"{path} does not say when to come again");
        }

        line.Plan = _ => OnTheWay.Arrives;
        var result = await JsonOf(await RepeatAsync(host, HttpMethod.Put, submission, crowd[0].Token, answers));
        Assert.True((bool)result["ranked"]!);
        await JsonOf(await RepeatAsync(host, HttpMethod.Post, $"api/contests/{Farmer.Contest}/attempts", crowd[1].Token, new { }));
        await JsonOf(await RepeatAsync(host, HttpMethod.Get, "api/me", crowd[2].Token, null));
        await JsonOf(await RepeatAsync(host, HttpMethod.Get, "api/health", null, null));
        var recount = await Recount.OfAsync(account, Farmer.Contest);
        Assert.Equal((2, 1), (recount.Starts, recount.Submissions));
        await host.StopAsync();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>A machine that is busy answers 503 a little longer: the request is repeated, as phones do.</summary>
    private static async Task<HttpResponseMessage> RepeatAsync(
        HostProcess host,
        HttpMethod method,
        string path,
        string? token,
        object? body
    )
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var response = await SendAsync(host, method, path, token, body);
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable || Stopwatch.GetElapsedTime(since) > TimeSpan.FromMinutes(3))
                return response;
            response.Dispose();
        }
    }

    private static async Task<(string Path, HttpStatusCode Status, string Problem, TimeSpan? RetryAfter, TimeSpan Took)> AskAsync(
        HostProcess host,
        HttpMethod method,
        string path,
        string? token,
        object? body
    )
    {
        var since = Stopwatch.GetTimestamp();
        using var response = await SendAsync(host, method, path, token, body);
        return (
            path,
            response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.RetryAfter?.Delta,
            Stopwatch.GetElapsedTime(since)
        );
    }

    private static Task<HttpResponseMessage> SendAsync(HostProcess host, HttpMethod method, string path, string? token, object? body)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return host.Http.SendAsync(request);
    }

    private static Task<JsonNode> JsonOf(HttpResponseMessage response) => Farmer.JsonOf(response);
}
