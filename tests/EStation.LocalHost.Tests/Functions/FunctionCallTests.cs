using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Emulator;

public sealed class FunctionCallTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await RunningHost.StartAsync([typeof(Greetings)], builder => builder.Services.AddScoped<Greeter>());

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("hello/吉林", "GET /hello/吉林 吉林 吉林")]
    [InlineData(
        "number/5/d2719b1e-5d3c-4a52-9f2e-0a1b2c3d4e5f",
        """{"number":5,"id":"d2719b1e-5d3c-4a52-9f2e-0a1b2c3d4e5f","last":null,"method":"GET"}"""
    )]
    [InlineData(
        "number/5/d2719b1e-5d3c-4a52-9f2e-0a1b2c3d4e5f/8",
        """{"number":5,"id":"d2719b1e-5d3c-4a52-9f2e-0a1b2c3d4e5f","last":8,"method":"GET"}"""
    )]
    [InlineData("writes", "written")]
    [InlineData("value-task", "GET")]
    [InlineData("context", "Context True True True True httpTrigger")]
    public async Task A_function_gets_its_parameters_and_its_result_is_written(string path, string expected) =>
        Assert.Equal(expected, await _host.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_result_that_is_no_IResult_is_dropped_as_by_the_real_worker()
    {
        using var response = await _host.Client.GetAsync(new Uri("object", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_function_may_return_nothing_and_set_the_status()
    {
        using var response = await _host.Client.GetAsync(new Uri("void", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }
}
