using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace EStation.Http;

/// <summary>JSON conventions: camelCase, enums by name, unescaped Chinese and Korean, texts in one language.</summary>
public static class Json
{
    private static readonly Dictionary<Language, JsonSerializerOptions> ByLanguage = Enum.GetValues<Language>()
        .ToDictionary(language => language, language => Options(new TextConverter(language)));

    public static JsonSerializerOptions AllLanguages { get; } = Options();

    /// <summary>Rejects numbers in strings and duplicate fields.</summary>
    public static JsonSerializerOptions Requests { get; } =
        new(AllLanguages)
        {
            NumberHandling = JsonNumberHandling.Strict,
            AllowDuplicateProperties = false,
            MaxDepth = 16,
        };

    public static JsonSerializerOptions In(Language? language) => language is { } one ? ByLanguage[one] : AllLanguages;

    private static JsonSerializerOptions Options(params IEnumerable<JsonConverter> converters)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(), // the default, which the schema exporter needs explicitly
        };
        foreach (var converter in converters)
            options.Converters.Add(converter);
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }
}
