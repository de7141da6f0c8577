using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

public sealed class HostJsonTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_it_does_not_say_is_as_on_the_real_host()
    {
        var host = Read("""{ "version": "2.0" }""");

        Assert.Equal(("api", -1, -1), (host.RoutePrefix, host.MaxConcurrentRequests, host.MaxOutstandingRequests));
        Assert.Equal(new LeaseTiming(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60)), host.Leases);
    }

    [Fact]
    public void What_it_says_is_read_and_a_setting_wins_over_it()
    {
        const string Json = """
            {
              "version": "2.0",
              "extensions": { "http": { "routePrefix": "", "maxConcurrentRequests": 3, "maxOutstandingRequests": 5 } },
              "singleton": { "listenerLockPeriod": "00:00:15" },
              "logging": { "logLevel": { "default": "Warning", "Azure": "None" } }
            }
            """;
        var host = Read(Json, ("AzureFunctionsJobHost:extensions:http:maxOutstandingRequests", "7"));

        Assert.Equal(("", 3, 7), (host.RoutePrefix, host.MaxConcurrentRequests, host.MaxOutstandingRequests));
        Assert.Equal(TimeSpan.FromSeconds(15), host.Leases.Period);
        Assert.Equal(LogLevel.Warning, host.LogLevels["default"]);
        Assert.Equal(LogLevel.None, host.LogLevels["azure"]);
    }

    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("{}", "version")]
    [InlineData("""{ "version": "1.0" }""", "version")]
    [InlineData("""{ "version": "2.0", "extensions": { "http": { "maxConcurrentRequests": 0 } } }""", "maxConcurrentRequests")]
    [InlineData("""{ "version": "2.0", "extensions": { "http": { "maxOutstandingRequests": "many" } } }""", "maxOutstandingRequests")]
    [InlineData("""{ "version": "2.0", "singleton": { "listenerLockPeriod": "00:02:00" } }""", "listenerLockPeriod")]
    [InlineData("""{ "version": "2.0", "logging": { "logLevel": { "default": "Loud" } } }""", "logLevel.default")]
    public void A_wrong_value_stops_the_start_with_its_name(string json, string because)
    {
        var failure = Assert.Throws<StartFailure>(() => Read(json));

        Assert.Contains(because, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public void A_missing_file_stops_the_start() =>
        Assert.Throws<StartFailure>(() => HostJson.Read(folder.Path, new ConfigurationBuilder().Build()));

    private HostJson Read(string json, params (string Name, string? Value)[] settings)
    {
        File.WriteAllText(folder.File("host.json"), json);
        var values = settings.ToDictionary(setting => setting.Name, setting => setting.Value);
        return HostJson.Read(folder.Path, new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
