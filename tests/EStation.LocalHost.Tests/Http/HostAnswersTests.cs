using System.Net;

namespace EStation.LocalHost;

public sealed class HostAnswersTests : IAsyncLifetime
{
    private RunningHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await RunningHost.StartAsync(typeof(HostAnswers));

    public ValueTask DisposeAsync() => host.DisposeAsync();

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
        using var response = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(expected, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task A_response_that_fails_halfway_is_cut_off() =>
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            host.Client.GetStringAsync(new Uri("throws-halfway", UriKind.Relative), Cancellation)
        );

    [Theory]
    [InlineData(null, "127.0.0.1")]
    [InlineData("1.2.3.4, 221.9.1.2:5544", "221.9.1.2")]
    [InlineData("1.2.3.4, nonsense", "127.0.0.1")]
    public async Task The_worker_sees_the_address_that_the_platform_appended_and_no_claim_of_the_client(string? forwarded, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "from");
        if (forwarded is not null)
            request.Headers.Add("X-Forwarded-For", forwarded);
        using var response = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(expected, await response.Content.ReadAsStringAsync(Cancellation));
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
}
