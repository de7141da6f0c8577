using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace EStation.Conformance;

public class AnswerTests(TestedHost host)
{
    [Fact]
    public async Task Route_query_headers_and_body_arrive_as_they_were_sent()
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "echo/%E4%B8%80?b=2&a=%20x&b=3")
        {
            Content = new StringContent("""{ "name": "王小明" }""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Asked", "one, two");
        var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var echoed = await answer.Content.ReadFromJsonAsync<Echoed>(TestContext.Current.CancellationToken);
        Assert.Equal(
            new Echoed(
                "PUT",
                "/echo/一",
                "?b=2&a=%20x&b=3",
                "一",
                "one, two",
                "application/json; charset=utf-8",
                """{ "name": "王小明" }""",
                host.Http.BaseAddress!.Scheme
            ),
            echoed
        );
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task A_large_body_goes_in_and_comes_out_whole()
    {
        var body = new string('x', 3_000_000);
        var answer = await host.Http.PostAsync("echo/large", new StringContent(body), TestContext.Current.CancellationToken);
        Assert.Equal(body, (await answer.Content.ReadFromJsonAsync<Echoed>(TestContext.Current.CancellationToken))!.Body);
    }

    [Fact]
    public async Task Bytes_have_the_type_that_the_function_gives()
    {
        var answer = await host.SendAsync(HttpMethod.Get, "bytes/1000?type=image/webp");
        Assert.Equal("image/webp", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(new byte[1000], await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(304)]
    [InlineData(409)]
    [InlineData(503)]
    public async Task Status_and_headers_are_the_functions(int code)
    {
        var answer = await host.SendAsync(HttpMethod.Get, $"status/{code}");
        Assert.Equal(code, (int)answer.StatusCode);
        Assert.Equal("one,two", string.Join(',', answer.Headers.GetValues("X-Several")).Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("Status", answer.Headers.GetValues(Stamp.Header).Single());
    }

    [Fact]
    public async Task A_stream_arrives_piece_by_piece()
    {
        var started = Stopwatch.StartNew();
        using var answer = await host.Http.GetAsync(
            "stream",
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("chunk 0", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        var first = started.Elapsed;
        Assert.Equal(
            Answers.Chunks - 1,
            (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length
        );
        Assert.True(
            started.Elapsed - first >= Answers.Pause * 2,
            $"The first piece came {(started.Elapsed - first).TotalMilliseconds} ms before the last."
        );
    }

    [Fact]
    public async Task An_unhandled_exception_is_500_without_a_word_and_the_next_request_is_served()
    {
        var answer = await host.SendAsync(HttpMethod.Get, "boom");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, (await host.SendAsync(HttpMethod.Get, "level/anonymous")).StatusCode);
    }

    // host.json: 4 at once, 8 with those that wait. On a host of several instances the limit is each instance's.
    [Fact]
    public async Task More_requests_than_the_limit_are_turned_away_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => host.SendAsync(HttpMethod.Get, "slow")));
        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, answer => Assert.Equal("1", answer.Headers.GetValues("X-FUNCTION-SCALEOUT").Single()));
        Assert.True(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK) >= 8);
        Assert.Equal(answers.Length, refused.Count + answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
    }
}
