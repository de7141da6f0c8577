using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EStation.Service;
using EStation.Testing;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Http;

/// <summary>
/// Whatever is sent to whatever route, the answer is no failure of ours: everything that can be sent wrongly, tried on all routes there
/// are.
/// </summary>
public sealed class HostileInputTests(TestStorage storage) : IAsyncLifetime
{
    private const string AdministratorsPhone = "13900000097";

    private static readonly string[] Ids =
    [
        "a%00b",
        "%27",
        "a%27%20or%201%20eq%201",
        "%E4%B8%AD",
        "%ED%A0%80",
        "..%2F..%2Fhost.json",
        "a%2Fb",
        "%5C",
        "%23",
        "%3F",
        "%7C",
        "a|b",
        "%09",
        "%7F",
        "%EF%BF%BF",
        "-",
        "%20",
        "%D9%A2%D9%A2",
        "22%0A",
        "99999999999999999999",
        new string('a', 2_000),
        new string('%', 3),
        "0",
        "-1",
        "2147483648",
    ];

    private static readonly string[] Values =
    [
        "%00",
        "-1",
        "0",
        "101",
        "99999999999999999999",
        "abc",
        "%27",
        "%D9%A3",
        "9999-12-31",
        "0001-01-01",
        "2026-13",
        "0000",
        "2026",
        "220102001",
        "%ED%A0%80",
        "*",
        "approved,certified",
        "day,month",
        "xlsx,csv",
        new string('a', 3_000),
        Base64UrlEncoder.Encode("\0'|\uffff"),
        Base64UrlEncoder.Encode(new string('k', 2_000)),
        Base64UrlEncoder.Encode([0xff, 0xfe]),
    ];

    private static readonly string[] Bodies =
    [
        "",
        "null",
        "[]",
        "1",
        "\"x\"",
        "true",
        "{}",
        "{\"name\":",
        "{\"name\":1,\"name\":2}",
        "{\"\\ud800\":1}",
        "{}{}",
        "\ufeff{}",
        "{'name':1}",
        "{\"a\":1e999}",
        "/* */ {}",
        new string('[', 1_000),
        string.Concat(Enumerable.Repeat("{\"a\":", 1_000)),
    ];

    private static readonly string[] FieldValues =
    [
        "null",
        "\"\"",
        "\" \"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"a\\nb\"",
        "-1",
        "0",
        "1e999",
        "99999999999",
        "1.5",
        "true",
        "[]",
        "[null]",
        "[{}]",
        "[1]",
        "[\"\\ud800\"]",
        "{}",
        "{\"zh\":null}",
        "{\"zh\":\"\\ud800\"}",
        "{\"zh\":1}",
        "\"9999-12-31T23:59:59-14:00\"",
        "\"0001-01-01T00:00:00+14:00\"",
        "\"2026-11-23\"",
        "\"99\"",
        "\"13800138000\"",
        "\"220102001001\"",
        "\"٢٢\"",
        "\"reviewer,jury\"",
        "\"approve,reject\"",
        "\"publish,reject\"",
    ];

    private static readonly JsonObject Document = OpenApi.Document();

    private TestHost host = null!;
    private Farmer administrator = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Administrators"] = AdministratorsPhone });
        administrator = await Farmer.SignUpAsync(host, phone: AdministratorsPhone);
        foreach (var role in new[] { "official", "reviewer" })
            await Farmer.JsonOf(
                await administrator.PostAsync(
                    "api/grants",
                    new
                    {
                        phone = AdministratorsPhone,
                        role,
                        region = "22",
                    }
                )
            );
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task In_the_place_of_an_id() =>
        await NoneFailsAsync(
            from route in DiscoveredRoute.All
            where route.HasId
            from id in Ids
            select Request(route, PathWith(route, id), "{}")
        );

    [Fact]
    public async Task In_the_query() =>
        await NoneFailsAsync(
            from route in DiscoveredRoute.All
            where route.Method == "GET"
            from value in Values
            from query in Queries(route, value)
            select Request(route, $"{PathWith(route, null)}?{query}", "")
        );

    [Fact]
    public async Task In_the_body() =>
        await NoneFailsAsync(
            from route in DiscoveredRoute.All
            where route.TakesBody
            from body in Bodies
                .Select(Encoding.UTF8.GetBytes)
                .Append([0xff, 0xfe, 0x7b])
                .Append([.. "{\"name\":\""u8, 0xc3, 0x28, .. "\"}"u8])
            select Request(route, PathWith(route, null), body)
        );

    [Fact]
    public async Task In_each_field() =>
        await NoneFailsAsync(
            from route in DiscoveredRoute.All
            where route.TakesBody
            from field in Fields(route)
            from value in FieldValues
            select Request(route, PathWith(route, null), $"{{\"{field}\":{value}}}")
        );

    /// <summary>The names of the route's parameters, each alone, and then all together.</summary>
    private static IEnumerable<string> Queries(DiscoveredRoute route, string value)
    {
        var names =
            Operation(route)
                ?["parameters"]?.AsArray()
                .Select(parameter => Resolve(parameter!))
                .Where(parameter => (string?)parameter["in"] == "query")
                .Select(parameter => (string)parameter["name"]!)
                .ToList()
            ?? [];
        string[] all = [.. names.Append("lang").Distinct()];
        return all.Select(name => $"{name}={value}").Append(string.Join('&', all.Select(name => $"{name}={value}")));
    }

    private static IEnumerable<string> Fields(DiscoveredRoute route) =>
        Operation(route)?["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema
        && Resolve(schema)["properties"] is JsonObject properties
            ? properties.Select(property => property.Key)
            : [];

    private static JsonNode? Operation(DiscoveredRoute route) => Document["paths"]?["/" + route.Template]?[route.Method.ToLowerInvariant()];

    private static JsonNode Resolve(JsonNode node)
    {
        if ((string?)node["$ref"] is not { } reference)
            return node;
        JsonNode target = Document;
        foreach (var step in reference[2..].Split('/'))
            target = target[step]!;
        return target;
    }

    /// <summary>The path with this in the place of every id, or with something that there is.</summary>
    private static string PathWith(DiscoveredRoute route, string? id) =>
        "/"
        + System.Text.RegularExpressions.Regex.Replace(
            route.Template,
            "{([^}]*)}",
            name =>
                id
                ?? name.Groups[1].Value switch
                {
                    "region" => "22",
                    "code" => route.Template.Contains("villages", StringComparison.Ordinal) ? "220102001001" : "22",
                    "n" => "0",
                    "id" when route.Template.Contains("stations", StringComparison.Ordinal) => "st-220104-01",
                    _ => Farmer.Contest,
                }
        );

    private HttpRequestMessage Request(DiscoveredRoute route, string path, string body) =>
        Request(route, path, Encoding.UTF8.GetBytes(body));

    private HttpRequestMessage Request(DiscoveredRoute route, string path, byte[] body)
    {
        // Built by hand, so that nothing is made right on the way.
        var address = new Uri(
            host.Http.BaseAddress!.ToString().TrimEnd('/') + path,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );
        var request = new HttpRequestMessage(new HttpMethod(route.Method), address);
        if (route.TakesBody)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", administrator.Token);
        return request;
    }

    private async Task NoneFailsAsync(IEnumerable<HttpRequestMessage> requests)
    {
        // Each in its turn from run to run, all of them in depth.
        var every = Deep.Of(usually: 4, deep: 1);
        var (first, tried) = (Random.Shared.Next(every), 0);
        var failed = new List<string>();
        foreach (var (_, request) in requests.Index().Where(request => request.Index % every == first))
        {
            tried++;
            var response = await host.Http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            var status = (int)response.StatusCode;
            if (status >= 500)
                failed.Add(
                    $"{request.Method} {Short(request.RequestUri!.OriginalString)} {Short(request.Content is null ? "" : await request.Content.ReadAsStringAsync())}: {status} {Short(text)}"
                );
            else if (status >= 400 && text.Length > 0)
                Assert.False(string.IsNullOrEmpty((string?)JsonNode.Parse(text)!["code"]), $"{request.RequestUri} has no code: {text}");
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{tried} requests: every {every}th from the {first}th on");
        Assert.True(tried > 0);
        Assert.True(failed.Count == 0, string.Join(Environment.NewLine, failed.Take(60)));
    }

    private static string Short(string text) => text.Length <= 160 ? text : text[..160] + "…";
}
