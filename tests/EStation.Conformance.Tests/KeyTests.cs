using System.Net;

namespace EStation.Conformance;

public class KeyTests(TestedHost host)
{
    [Theory]
    [InlineData("level/anonymous", HttpStatusCode.OK)]
    [InlineData("level/unsaid", HttpStatusCode.Unauthorized)]
    [InlineData("level/function", HttpStatusCode.Unauthorized)]
    [InlineData("level/admin", HttpStatusCode.Unauthorized)]
    [InlineData("admin/functions", HttpStatusCode.Unauthorized)]
    public async Task Without_a_key(string path, HttpStatusCode status)
    {
        Assert.Equal(status, (await host.SendAsync(HttpMethod.Get, path)).StatusCode);
        var wrong = new HttpRequestMessage(HttpMethod.Get, path);
        wrong.Headers.Add("x-functions-key", "wrong");
        var answer = await host.Http.SendAsync(wrong, TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.Unauthorized)
            Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("level/anonymous")]
    [InlineData("level/unsaid")]
    [InlineData("level/function")]
    [InlineData("level/admin")]
    [InlineData("admin/functions")]
    [InlineData("admin/host/status")]
    public async Task The_master_key_opens_everything(string path)
    {
        Assert.Equal(
            HttpStatusCode.OK,
            (await host.Http.SendAsync(host.WithKey(HttpMethod.Get, path), TestContext.Current.CancellationToken)).StatusCode
        );
        Assert.Equal(HttpStatusCode.OK, (await host.SendAsync(HttpMethod.Get, host.KeyInQuery(path))).StatusCode);
    }

    [Fact]
    public async Task The_key_in_the_header_wins_over_the_one_in_the_query()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, host.KeyInQuery("level/function"));
        request.Headers.Add("x-functions-key", "wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task An_unknown_route_is_not_found_before_any_key_is_asked_for() =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.SendAsync(HttpMethod.Get, "level/nobody")).StatusCode);
}
