using System.Text;
using System.Text.Json.Nodes;

namespace EStation.Front;

/// <summary>The components of the OpenAPI document as types of TypeScript, in the layout of prettier.</summary>
internal static class TypeScript
{
    private const int Width = 140;

    public static string Of(JsonObject components)
    {
        var text = new StringBuilder();
        text.Append("// Made from the OpenAPI document by tests/EStation.Tests/Front/ContractTests.cs: change the C# records instead.\n");
        text.Append("import type { Localised } from \"./shell/texts\";\n\n");
        // Texts come in all languages: shell/api.ts asks with ?lang=*.
        text.Append("export type Text = Localised;\nexport type TextRequest = Localised;\n");
        foreach (var (name, schema) in components.Where(component => component.Key is not ("Text" or "TextRequest")))
        {
            text.Append('\n').Append(Comment(schema!, ""));
            text.Append(
                schema!["properties"] is JsonObject fields ? Interface(name, fields, schema["required"]!.AsArray()) : Alias(name, schema)
            );
        }

        return text.ToString();
    }

    private static string Interface(string name, JsonObject fields, JsonArray required)
    {
        var always = required.Select(field => (string)field!).ToHashSet();
        var lines = fields.Select(field =>
            $"{Comment(field.Value!, "  ")}  {field.Key}{(always.Contains(field.Key) ? "" : "?")}: {TypeOf(field.Value!)};\n"
        );
        return $"export interface {name} {{\n{string.Concat(lines)}}}\n";
    }

    private static string Alias(string name, JsonNode schema)
    {
        var line = $"export type {name} = {TypeOf(schema)};\n";
        return line.Length <= Width
            ? line
            : $"export type {name} =\n{string.Join('\n', TypeOf(schema).Split(" | ").Select(choice => "  | " + choice))};\n";
    }

    private static string Comment(JsonNode schema, string indent) =>
        (string?)schema["description"] is { } description ? $"{indent}/** {description} */\n" : "";

    private static string TypeOf(JsonNode schema) =>
        schema["$ref"] is { } reference ? ((string)reference!).Split('/')[^1]
        : schema["oneOf"] is JsonArray choices ? string.Join(" | ", choices.Select(choice => TypeOf(choice!)))
        : schema["enum"] is JsonArray values ? string.Join(" | ", values.Select(value => value!.ToJsonString()))
        : string.Join(
            " | ",
            (schema["type"] is JsonArray types ? types : [schema["type"]!.DeepClone()]).Select(type => TypeOf((string)type!, schema))
        );

    private static string TypeOf(string type, JsonNode schema) =>
        type switch
        {
            "integer" => "number",
            "array" when TypeOf(schema["items"]!) is var item => item.Contains('|', StringComparison.Ordinal) ? $"({item})[]" : item + "[]",
            "object" => $"Record<{TypeOf(schema["propertyNames"]!)}, {TypeOf(schema["additionalProperties"]!)}>",
            _ => type,
        };
}
