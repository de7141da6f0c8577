using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EStation.Testing;

namespace EStation.Front;

/// <summary>What a browser gets from the front.</summary>
public partial class FrontTests(TestStorage storage)
{
    /// <summary>The first visit, in bytes on the wire: the page, the list of contests, and the part that comes after them.</summary>
    private const int MostBytes = 20_000;

    [Fact]
    public async Task The_first_visit_is_three_requests_and_under_20_kB()
    {
        await using var host = await TestHost.StartAsync(storage);
        var page = await (await GetAsync(host, "/")).Content.ReadAsStringAsync();
        var bytes = 0;
        foreach (var path in new[] { "/", "/api/today?lang=*", HomePart().Match(page).Value })
        {
            var response = await GetAsync(host, path, "br");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
            bytes += (await response.Content.ReadAsByteArrayAsync()).Length;
        }

        Assert.InRange(bytes, 1_000, MostBytes);
    }

    [Fact]
    public async Task A_part_is_kept_for_good_and_the_page_is_asked_for_again()
    {
        await using var host = await TestHost.StartAsync(storage);
        var page = await GetAsync(host, "/");
        var part = await GetAsync(host, HomePart().Match(await page.Content.ReadAsStringAsync()).Value);
        Assert.True(page.Headers.CacheControl!.NoCache);
        Assert.Contains("immutable", part.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_policy_allows_exactly_what_is_inlined()
    {
        await using var host = await TestHost.StartAsync(storage);
        var response = await GetAsync(host, "/");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var page = await response.Content.ReadAsStringAsync();
        foreach (Match inlined in Inlined().Matches(page))
            Assert.Contains(
                Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(inlined.Groups[2].Value))),
                policy,
                StringComparison.Ordinal
            );
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch("""\sstyle=|\son\w+="|src="http|href="http""", page);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData(null)]
    public async Task The_page_is_the_same_however_it_was_compressed(string? encoding)
    {
        await using var host = await TestHost.StartAsync(storage);
        var plain = await (await GetAsync(host, "/")).Content.ReadAsStringAsync();
        var response = await GetAsync(host, "/", encoding);
        await using var body = await response.Content.ReadAsStreamAsync();
        await using Stream opened = encoding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        Assert.Equal(plain, await new StreamReader(opened).ReadToEndAsync());
    }

    [Fact]
    public async Task A_second_visit_costs_no_body()
    {
        await using var host = await TestHost.StartAsync(storage);
        var tag = (await GetAsync(host, "/")).Headers.ETag!;
        var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.IfNoneMatch.Add(tag);
        Assert.Equal(HttpStatusCode.NotModified, (await host.Http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/nothing")]
    [InlineData("GET", "/../host.json")]
    [InlineData("GET", "/index.html.br")]
    [InlineData("POST", "/")]
    [InlineData("GET", "/api/nothing")]
    public async Task What_is_not_there_is_a_problem_document(string method, string path)
    {
        await using var host = await TestHost.StartAsync(storage);
        Assert.Equal(
            "not-found",
            await Farmer.RefusalOf(await host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path)), HttpStatusCode.NotFound)
        );
    }

    private static Task<HttpResponseMessage> GetAsync(TestHost host, string path, string? encoding = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encoding is not null)
            request.Headers.AcceptEncoding.ParseAdd(encoding);
        return host.Http.SendAsync(request);
    }

    [GeneratedRegex("<(script|style)>(.*?)</\\1>", RegexOptions.Singleline)]
    private static partial Regex Inlined();

    [GeneratedRegex(@"/home\.[0-9a-f]{12}\.js")]
    private static partial Regex HomePart();
}
