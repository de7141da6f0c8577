using System.Net;
using System.Text.RegularExpressions;

namespace EStation.Emulator;

public sealed partial class HostAnswersTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync(typeof(HostAnswers));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("GET", "unknown", HttpStatusCode.NotFound)]
    [InlineData("POST", "throws", HttpStatusCode.NotFound)]
    [InlineData("HEAD", "throws", HttpStatusCode.NotFound)]
    [InlineData("OPTIONS", "throws", HttpStatusCode.NotFound)]
    [InlineData("GET", "local", HttpStatusCode.NotFound)]
    [InlineData("GET", "admin/unknown", HttpStatusCode.NotFound)]
    [InlineData("GET", "throws", HttpStatusCode.InternalServerError)]
    [InlineData("GET", "throws-in-result", HttpStatusCode.InternalServerError)]
    [InlineData("GET", "number/five", HttpStatusCode.InternalServerError)]
    public async Task What_the_host_itself_answers_has_an_empty_body(string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await _host.Client.SendAsync(request, Cancellation);

        Assert.Equal(expected, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_response_that_fails_halfway_is_cut_off() =>
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            _host.Client.GetStringAsync(new Uri("throws-halfway", UriKind.Relative), Cancellation)
        );

    [Fact]
    public async Task The_peer_is_appended_to_what_the_client_claims()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "from") { Headers = { { "X-Forwarded-For", "1.2.3.4" } } };
        using var response = await _host.Client.SendAsync(request, Cancellation);

        Assert.Matches(Claimed(), await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Matches(Bare(), await _host.Client.GetStringAsync(new Uri("from", UriKind.Relative), Cancellation));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("true", HttpStatusCode.NoContent)]
    public async Task The_homepage_is_the_hosts_unless_disabled(string? disabled, HttpStatusCode expected)
    {
        await using var host = await RunningHost.StartAsync(
            [typeof(HostAnswers)],
            settings: new() { ["AzureWebJobsDisableHomepage"] = disabled }
        );
        using var response = await host.Client.GetAsync(new Uri("/", UriKind.Relative), Cancellation);

        Assert.Equal(expected, response.StatusCode);
    }

    [GeneratedRegex(@"\A1\.2\.3\.4, 127\.0\.0\.1:\d+\z")]
    private static partial Regex Claimed();

    [GeneratedRegex(@"\A127\.0\.0\.1:\d+\z")]
    private static partial Regex Bare();
}
