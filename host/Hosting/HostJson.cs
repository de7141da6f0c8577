using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

/// <summary>The supported part of host.json. A setting such as <c>AzureFunctionsJobHost__logging__logLevel__default</c> takes
/// precedence.</summary>
internal sealed record HostJson(
    string RoutePrefix,
    int MaxConcurrentRequests,
    int MaxOutstandingRequests,
    LeaseTiming Leases,
    IReadOnlyDictionary<string, LogLevel> LogLevels
)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <exception cref="StartFailure">The file is missing, is not JSON or holds a wrong value.</exception>
    public static HostJson Read(string folder, IConfiguration settings)
    {
        var json = Load(folder, settings);
        if (json["version"] != "2.0")
            throw new StartFailure($"host.json: version must be \"2.0\", not '{json["version"]}'.");

        var http = json.GetSection("extensions:http");
        return new HostJson(
            http["routePrefix"] ?? "api",
            Limit(http, "maxConcurrentRequests"),
            Limit(http, "maxOutstandingRequests"),
            new LeaseTiming(
                Span(json.GetSection("singleton"), "listenerLockPeriod", Minute),
                Span(json.GetSection("singleton"), "listenerLockRecoveryPollingInterval", TimeSpan.MaxValue)
            ),
            json.GetSection("logging:logLevel").GetChildren().ToDictionary(level => level.Key, Level, StringComparer.OrdinalIgnoreCase)
        );
    }

    private static IConfigurationRoot Load(string folder, IConfiguration settings)
    {
        var path = Path.Combine(folder, "host.json");
        if (!File.Exists(path))
            throw new StartFailure($"host.json is missing beside the app ({folder}).");

        try
        {
            return new ConfigurationBuilder()
                .AddJsonStream(new MemoryStream(File.ReadAllBytes(path)))
                .AddConfiguration(settings.GetSection("AzureFunctionsJobHost"))
                .Build();
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException)
        {
            throw new StartFailure($"host.json is not JSON: {wrong.Message}");
        }
    }

    private static int Limit(IConfiguration http, string name)
    {
        if (http[name] is not { } text)
            return -1;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && (value > 0 || value == -1)
            ? value
            : throw new StartFailure($"host.json: extensions.http.{name} must be a positive number or -1, not '{text}'.");
    }

    /// <summary>Both have a minimum of 15 s, the minimum of a lease in storage.</summary>
    private static TimeSpan Span(IConfiguration section, string name, TimeSpan most)
    {
        if (section[name] is not { } text)
            return Minute;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= Minute / 4 && span <= most
            ? span
            : throw new StartFailure($"host.json: singleton.{name} must be a time span from 00:00:15 to {most}, not '{text}'.");
    }

    private static LogLevel Level(IConfigurationSection level) =>
        Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out var parsed)
            ? parsed
            : throw new StartFailure($"host.json: logging.logLevel.{level.Key} is not a log level: '{level.Value}'.");
}
