using System.Text.Json;
using System.Text.Json.Nodes;

namespace EStation.Messages;

/// <summary>Reads the JSON of another party, which may be anything.</summary>
public static class GatewayJson
{
    public static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The string at a path of names, or null.</summary>
    public static string? Text(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            node = (node as JsonObject)?[name];
        return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
    }
}
