using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EStation.Conformance;

/// <summary>What the real host does with requests that are wrong or unusual, as seen on host 4.1037; the local host does the same.</summary>
public class StrictnessTests(TestedHost host)
{
    /// <summary>The real host has measured out 15 s for the worker to find the request that never comes.</summary>
    private static readonly TimeSpan WorkerWaits = TimeSpan.FromSeconds(14);

    [Theory]
    [InlineData("a header with bytes beyond ASCII", "GET /level/anonymous HTTP/1.1\r\nHost: h\r\nUser-Agent: 科普\r\n\r\n")]
    [InlineData("more than 100 MB announced", "POST /echo/x HTTP/1.1\r\nHost: h\r\nContent-Length: 200000000\r\n\r\n")]
    [InlineData("a chunk that is none", "POST /echo/x HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    public async Task A_request_that_cannot_be_forwarded_is_500_without_a_word(string what, string request)
    {
        var answer = await SendRawAsync(request);
        Assert.True(answer.StartsWith("HTTP/1.1 500", StringComparison.Ordinal), $"{what}: {answer}");
        Assert.Contains("Content-Length: 0", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_header_beyond_ASCII_holds_its_place_until_the_worker_gives_up()
    {
        var since = TimeProvider.System.GetTimestamp();
        await SendRawAsync("GET /level/anonymous HTTP/1.1\r\nHost: h\r\nUser-Agent: 科普\r\n\r\n");
        Assert.True(TimeProvider.System.GetElapsedTime(since) >= WorkerWaits);
    }

    [Theory]
    [InlineData("admin", HttpStatusCode.NotFound)]
    [InlineData("admin/", HttpStatusCode.NotFound)]
    [InlineData("admin/nothing", HttpStatusCode.NotFound)]
    [InlineData("admin/warmup", HttpStatusCode.NotFound)]
    [InlineData("admin/host/ping", HttpStatusCode.OK)]
    [InlineData("admin/host/status", HttpStatusCode.Unauthorized)]
    [InlineData("admin/host/keys", HttpStatusCode.Unauthorized)]
    [InlineData("admin/vfs/", HttpStatusCode.Unauthorized)]
    [InlineData("admin/functions", HttpStatusCode.Unauthorized)]
    [InlineData("admin/functions/Echo", HttpStatusCode.Unauthorized)]
    public async Task The_admin_API_without_a_key(string path, HttpStatusCode status)
    {
        var answer = await host.SendAsync(HttpMethod.Get, path);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.Unauthorized ? "Bearer" : "", answer.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("GET", "admin/host/keys", HttpStatusCode.OK)]
    [InlineData("GET", "admin/functions/Minutely", HttpStatusCode.OK)]
    [InlineData("GET", "admin/functions/Minutely/status", HttpStatusCode.OK)]
    [InlineData("POST", "admin/functions/LevelAnonymous", HttpStatusCode.Accepted)]
    [InlineData("POST", "admin/functions/Nobody", HttpStatusCode.NotFound)]
    public async Task The_admin_API_with_the_master_key(string method, string path, HttpStatusCode status)
    {
        var request = host.WithKey(new HttpMethod(method), path, method == "POST" ? new { } : null);
        Assert.Equal(status, (await host.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("level/anonymous")]
    [InlineData("level/function")]
    [InlineData("nothing/here")]
    public async Task Every_answer_names_the_server(string path) =>
        Assert.Equal("Kestrel", (await host.SendAsync(HttpMethod.Get, path)).Headers.Server.ToString());

    private async Task<string> SendRawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Http.BaseAddress!.Host, host.Http.BaseAddress.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), TestContext.Current.CancellationToken);
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        while (!answer.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
            if (read == 0)
                break;
            answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return answer.ToString();
    }
}
