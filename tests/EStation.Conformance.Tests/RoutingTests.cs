using System.Net;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Conformance;

public class RoutingTests(TestedHost host)
{
    [Theory]
    [InlineData("order/one", "GET name one")]
    [InlineData("order/one/two", "GET rest one/two")]
    [InlineData("ORDER/One", "GET name One")]
    [InlineData("order/%E7%8E%8B", "GET name 王")]
    [InlineData("shadow/one", "GET rest one")]
    [InlineData("number/41", "GET number 42")]
    [InlineData("NamedOnly", "GET")]
    public async Task The_first_function_by_name_whose_route_fits_answers(string path, string answer) =>
        Assert.Equal(answer, await host.Http.GetStringAsync(path, TestContext.Current.CancellationToken));

    // Seen on the real host: a catch-all of an earlier name takes what a later name spells out.
    [Fact]
    public async Task A_catch_all_shadows_routes_of_later_names() =>
        Assert.Equal("Shadow1Rest", (await host.SendAsync(HttpMethod.Get, "shadow/one/two")).Headers.GetValues(Stamp.Header).Single());

    [Theory]
    [InlineData("GET", "nothing/here")]
    [InlineData("GET", "number/forty-one")]
    [InlineData("POST", "order/one")]
    [InlineData("DELETE", "level/anonymous")]
    public async Task An_unknown_route_and_a_wrong_method_are_not_found_and_reach_no_function(string method, string path)
    {
        var answer = await host.SendAsync(new HttpMethod(method), path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(answer.Headers.Contains(Stamp.Header));
        Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PATCH")]
    public async Task A_function_without_methods_takes_every_one(string method) =>
        Assert.Equal(
            method,
            await (await host.SendAsync(new HttpMethod(method), "NamedOnly")).Content.ReadAsStringAsync(
                TestContext.Current.CancellationToken
            )
        );

    [Fact]
    public async Task The_host_knows_every_function_with_its_route_level_and_schedule()
    {
        var known = await host.FunctionsAsync();
        var declared = typeof(Routes)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
            .ToList();
        Assert.Equal(declared.Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name).Order(), known.Keys.Order());
        foreach (var method in declared)
        {
            var binding = known[method.GetCustomAttribute<FunctionAttribute>()!.Name];
            if (method.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>() is { } http)
            {
                Assert.Equal(http.Route, (string?)binding["route"]);
                Assert.Equal(LevelSaid(method), (string?)binding["authLevel"], ignoreCase: true);
            }
            else
            {
                Assert.Equal(method.GetParameters()[0].GetCustomAttribute<TimerTriggerAttribute>()!.Schedule, (string?)binding["schedule"]);
            }
        }
    }

    private static string? LevelSaid(MethodInfo function) =>
        function
            .GetParameters()[0]
            .GetCustomAttributesData()
            .SelectMany(attribute => attribute.ConstructorArguments)
            .Where(argument => argument.ArgumentType == typeof(AuthorizationLevel))
            .Select(argument => ((AuthorizationLevel)argument.Value!).ToString())
            .SingleOrDefault();
}
