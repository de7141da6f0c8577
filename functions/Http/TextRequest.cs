using System.Text.Json;
using System.Text.Json.Serialization;

namespace EStation.Http;

/// <summary>A localised text in a request: an object by language, or a string in Chinese.</summary>
[JsonConverter(typeof(TextRequestConverter))]
public sealed record TextRequest(string? Zh, string? Ko = null, string? Mn = null, string? En = null)
{
    public static Text ParseLine(Validation check, string field, TextRequest? text, int most) =>
        new(
            check.Line(text is null ? field : $"{field}.zh", text?.Zh, most),
            check.OptionalLine($"{field}.ko", text?.Ko, most),
            check.OptionalLine($"{field}.mn", text?.Mn, most),
            check.OptionalLine($"{field}.en", text?.En, most)
        );

    public static Text Parse(Validation check, string field, TextRequest? text, int most) =>
        new(
            check.Text(text is null ? field : $"{field}.zh", text?.Zh, most),
            check.OptionalText($"{field}.ko", text?.Ko, most),
            check.OptionalText($"{field}.mn", text?.Mn, most),
            check.OptionalText($"{field}.en", text?.En, most)
        );
}

public sealed class TextRequestConverter : JsonConverter<TextRequest>
{
    public override TextRequest? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new TextRequest(reader.GetString());
        var byLanguage = JsonSerializer.Deserialize<Dictionary<string, string?>>(ref reader, options) ?? [];
        return new TextRequest(
            byLanguage.GetValueOrDefault("zh"),
            byLanguage.GetValueOrDefault("ko"),
            byLanguage.GetValueOrDefault("mn"),
            byLanguage.GetValueOrDefault("en")
        );
    }

    public override void Write(Utf8JsonWriter writer, TextRequest value, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}
