using EStation.Settings;

namespace EStation.Telemetry;

/// <param name="ConnectionString"><c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>; null turns telemetry off. It is no secret when the identity
/// authenticates.</param>
/// <param name="ClientId">From <c>APPLICATIONINSIGHTS_AUTHENTICATION_STRING</c>, in the form of the Functions host: the publishing
/// identity.</param>
public sealed record TelemetryOptions(string? ConnectionString, string? ClientId)
{
    private const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    public static TelemetryOptions Read(SettingReader read)
    {
        var connection = read.Optional("APPLICATIONINSIGHTS_CONNECTION_STRING");
        if (connection is not null && !connection.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase))
            throw new SettingException("APPLICATIONINSIGHTS_CONNECTION_STRING", "has no InstrumentationKey.");
        return new TelemetryOptions(connection, read.Optional(Authentication) is { } text ? ClientIdIn(text) : null);
    }

    private static string ClientIdIn(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var client = parts.FirstOrDefault(part => part.StartsWith("ClientId=", StringComparison.OrdinalIgnoreCase));
        return parts.Contains("Authorization=AAD", StringComparer.OrdinalIgnoreCase) && client is not null
            ? client["ClientId=".Length..]
            : throw new SettingException(Authentication, "must be 'ClientId=...;Authorization=AAD'.");
    }
}
