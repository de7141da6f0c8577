using System.Text.Json;

namespace EStation.LocalHost;

/// <summary>The Values of local.settings.json, which are defaults for environment variables.</summary>
internal static class LocalSettings
{
    public static IReadOnlyDictionary<string, string?> Read(string folder)
    {
        var path = Path.Combine(folder, "local.settings.json");
        if (!File.Exists(path))
            return new Dictionary<string, string?>();

        try
        {
            return Values(JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(path)));
        }
        catch (JsonException wrong)
        {
            throw new StartFailure($"local.settings.json is not JSON: {wrong.Message}");
        }
    }

    private static Dictionary<string, string?> Values(JsonElement root)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in Object(root, "local.settings.json"))
        {
            if (property.NameEquals("IsEncrypted") && property.Value.ValueKind == JsonValueKind.False)
                continue;
            if (!property.NameEquals("Values"))
                throw new StartFailure($"local.settings.json: only IsEncrypted (false) and Values are read here, not '{property.Name}'.");
            foreach (var value in Object(property.Value, "Values in local.settings.json"))
                values[value.Name] = Text(value);
        }

        return values;
    }

    private static JsonElement.ObjectEnumerator Object(JsonElement element, string what) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : throw new StartFailure($"{what} must be an object.");

    private static string? Text(JsonProperty value) =>
        value.Value.ValueKind == JsonValueKind.String
            ? value.Value.GetString()
            : throw new StartFailure($"local.settings.json: the value of {value.Name} must be a string, as an environment variable is.");
}
