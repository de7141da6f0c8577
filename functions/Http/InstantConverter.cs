using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EStation.Http;

/// <summary>Instants are UTC, ISO 8601 with a Z; fractions of a second only where not zero.</summary>
public sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    /// <summary>An instant without a zone would mean the server's local time.</summary>
    public const string NoZone = "needs a time zone, as in 2026-11-23T08:00:00Z or +08:00";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        !reader.TryGetDateTimeOffset(out var instant) ? throw new JsonException()
        : HasZone(reader.GetString()!) ? instant.ToUniversalTime()
        : throw new JsonException(NoZone);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));

    private static bool HasZone(string text) =>
        text.EndsWith('Z') || (text.IndexOf('T', StringComparison.Ordinal) is var at and >= 0 && text.AsSpan(at).IndexOfAny('+', '-') > 0);
}
