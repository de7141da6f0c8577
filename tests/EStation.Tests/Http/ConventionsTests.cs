using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation.Http;

/// <summary>The conventions of the contract, held by every route there is.</summary>
public sealed class ConventionsTests(TestStorage storage) : IAsyncLifetime
{
    private const string AdministratorsPhone = "13900000098";
    private TestHost host = null!;
    private Farmer farmer = null!;
    private Farmer administrator = null!;
    private Farmer official = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Administrators"] = AdministratorsPhone });
        farmer = await Farmer.SignUpAsync(host);
        administrator = await Farmer.SignUpAsync(host, phone: AdministratorsPhone);
        var phone = Farmer.NewPhone();
        foreach (var role in new[] { "official", "reviewer", "jury" })
            await Farmer.JsonOf(
                await administrator.PostAsync(
                    "api/grants",
                    new
                    {
                        phone,
                        role,
                        region = "22",
                    }
                )
            );
        official = await Farmer.SignUpAsync(host, phone: phone);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public void Every_function_has_its_facts_here_and_the_catch_all_comes_last()
    {
        var functions = DiscoveredRoute.All.Select(route => route.Function).Distinct().ToList();
        Assert.All(functions, function => RouteFacts.Of(function));
        var gone = RouteFacts.ByFunction.Keys.Except(functions).ToList();
        Assert.True(gone.Count == 0, $"RouteFacts.cs names functions that do not exist: {string.Join(", ", gone)}");
        Assert.All(
            DiscoveredRoute.All,
            route => Assert.True(string.Compare(route.Function, "ZFront", StringComparison.OrdinalIgnoreCase) < 0, route.Function)
        );
    }

    [Fact]
    public Task No_token_and_a_bad_one_are_401() =>
        ForEachAsync(
            route => FactsOf(route).Who != Access.Everybody,
            async route =>
            {
                await RefusedAsync(route, "token.missing", HttpStatusCode.Unauthorized, token: null);
                await RefusedAsync(route, "token.invalid", HttpStatusCode.Unauthorized, token: farmer.Token[..^3] + "abc");
            }
        );

    [Fact]
    public Task Another_role_is_403() =>
        ForEachAsync(
            route => FactsOf(route).Who > Access.SignedIn,
            route => RefusedAsync(route, "role.missing", HttpStatusCode.Forbidden, farmer.Token, mayWrite: true)
        );

    [Fact]
    public Task An_unknown_id_is_404() =>
        ForEachAsync(
            route => route.HasId,
            route => RefusedAsync(route, "not-found", HttpStatusCode.NotFound, TokenFor(route), mayWrite: true)
        );

    [Fact]
    public Task A_method_that_is_not_there_is_404() =>
        ForEachAsync(
            _ => true,
            route => RefusedAsync(route with { Method = "PATCH" }, "not-found", HttpStatusCode.NotFound, administrator.Token)
        );

    [Fact]
    public Task Bad_json_another_media_type_and_too_much_are_400_415_and_413() =>
        ForEachAsync(
            route => FactsOf(route).WrongType is not null,
            async route =>
            {
                await RefusedAsync(route, "json.invalid", HttpStatusCode.BadRequest, TokenFor(route), "{\"name\":");
                await RefusedAsync(
                    route,
                    "media-type.unsupported",
                    HttpStatusCode.UnsupportedMediaType,
                    TokenFor(route),
                    "{}",
                    "text/plain"
                );
                await RefusedAsync(
                    route,
                    "body.too-large",
                    HttpStatusCode.RequestEntityTooLarge,
                    TokenFor(route),
                    $"{{\"name\":\"{new string('a', 5_000_000)}\"}}"
                );
            }
        );

    [Fact]
    public Task A_wrong_type_and_a_text_too_long_are_422_and_name_the_field() =>
        ForEachAsync(
            route => FactsOf(route).WrongType is not null,
            async route =>
            {
                foreach (var (body, field) in new[] { FactsOf(route).WrongType!.Value, FactsOf(route).TooLong!.Value })
                {
                    var problem = await RefusedAsync(route, "fields.invalid", HttpStatusCode.UnprocessableEntity, TokenFor(route), body);
                    Assert.True(problem["errors"]!.AsObject().ContainsKey(field), $"{route}: {problem["errors"]}");
                }
            }
        );

    [Fact]
    public Task Public_reads_carry_an_etag_and_answer_304() =>
        ForEachAsync(
            IsPublicRead,
            async route =>
            {
                var path =
                    "/"
                    + route
                        .Template.Replace("{id}", IdFor(route.Function), StringComparison.Ordinal)
                        .Replace("{code}", "22", StringComparison.Ordinal)
                        .Replace("{region}", "22", StringComparison.Ordinal)
                        .Replace("{kind}", "terms", StringComparison.Ordinal)
                    + (route.Function == "FindRegions" ? "?q=yanji" : "");
                var response = await host.Http.GetAsync(path);
                Assert.True(response.Headers.CacheControl is { Public: true, MaxAge: not null }, path);
                var again = new HttpRequestMessage(HttpMethod.Get, path);
                again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
                Assert.Equal(HttpStatusCode.NotModified, (await host.Http.SendAsync(again)).StatusCode);
                var korean = new HttpRequestMessage(
                    HttpMethod.Get,
                    path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=ko"
                );
                korean.Headers.IfNoneMatch.Add(response.Headers.ETag!);
                Assert.Equal(HttpStatusCode.OK, (await host.Http.SendAsync(korean)).StatusCode);
            }
        );

    private static string IdFor(string function) =>
        function switch
        {
            "GetStation" => "st-220104-01",
            "GetResults" => Filmmaker.Campaign,
            _ => Farmer.Contest,
        };

    /// <summary>What everybody may read and caches may keep, where the seeds have something to read.</summary>
    private static bool IsPublicRead(DiscoveredRoute route) =>
        route.Method == "GET"
        && FactsOf(route).Who == Access.Everybody
        && route.Function
            is not (
                "GetHealth"
                or "GetPractice"
                or "GetQuestionBankTemplate"
                or "ExportStatistics"
                or "GetCalendar"
                or "GetSelection"
                or "GetCertificate"
                or "GetLots"
                or "GetTraining"
                or "GetVideo"
            );

    private static RouteFacts FactsOf(DiscoveredRoute route) => RouteFacts.Of(route.Function);

    private string? TokenFor(DiscoveredRoute route) =>
        FactsOf(route).Who switch
        {
            Access.Everybody => null,
            Access.Official or Access.Reviewer => official.Token,
            _ => administrator.Token,
        };

    private static async Task ForEachAsync(Func<DiscoveredRoute, bool> which, Func<DiscoveredRoute, Task> check)
    {
        var routes = DiscoveredRoute.All.Where(which).ToList();
        Assert.NotEmpty(routes);
        foreach (var route in routes)
            await check(route);
    }

    /// <summary>A problem document of this code and status, and nothing written.</summary>
    private async Task<JsonNode> RefusedAsync(
        DiscoveredRoute route,
        string code,
        HttpStatusCode status,
        string? token,
        string body = "{}",
        string mediaType = "application/json",
        bool mayWrite = false
    )
    {
        var request = new HttpRequestMessage(new HttpMethod(route.Method), route.UnknownPath);
        if (route.TakesBody)
            request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        host.Meter.Reset();
        var response = await host.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{route}: {(int)response.StatusCode} instead of {(int)status}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.True((string?)problem["code"] == code, $"{route}: {problem["code"]} instead of {code}");
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.All(
            ["type", "title", "detail", "traceId"],
            field => Assert.False(string.IsNullOrEmpty((string?)problem[field]), $"{route} lacks {field}")
        );
        Assert.True(
            host.Meter.Requests.All(written =>
                written.Method is "GET" or "HEAD" || (mayWrite && written.Path.Contains("Audit", StringComparison.Ordinal))
            ),
            $"{route.Function} wrote to storage before it refused: load and decide first"
        );
        return problem;
    }
}
