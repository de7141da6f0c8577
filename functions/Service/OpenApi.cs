using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using EStation.Access;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Service;

/// <summary>
/// The OpenAPI document: a part a feature in <c>Service/openapi/</c>, each with its paths and schemas. What the conventions fix for all
/// (how refusals look, what a cache is told) is added here, from what an operation says of itself: <c>x-codes</c>, <c>x-public</c>. Who may
/// call it (<c>security</c>, <c>x-role</c>) comes from the <see cref="AccessAttribute"/> of its function.
/// </summary>
public static class OpenApi
{
    private const string Prefix = "openapi.";
    private const string ProblemType = "application/problem+json";

    private static readonly Dictionary<string, AccessAttribute> Declared = typeof(AccessAttribute)
        .Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.IsDefined(typeof(AccessAttribute)))
        .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, AccessAttribute.Of);

    public static IReadOnlyDictionary<string, Refusal> Refusals { get; } =
        typeof(Refusal)
            .Assembly.GetTypes()
            .Where(type => type == typeof(Refusal) || type.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Refusal))
            .Select(field => (Refusal)field.GetValue(null)!)
            .ToDictionary(refusal => refusal.Code);

    public static JsonObject Document()
    {
        var document = Read("base");
        foreach (var part in Parts().Where(part => part != "base").Select(Read))
        {
            Move(part["paths"]!.AsObject(), document["paths"]!.AsObject());
            Move(part["components"]!["schemas"]!.AsObject(), document["components"]!["schemas"]!.AsObject());
        }

        document["components"]!["schemas"]!["ProblemCode"] = new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. Refusals.Keys.Order(StringComparer.Ordinal).Select(code => (JsonNode)code)]),
        };
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var operation in methods!.AsObject().Select(method => method.Value!.AsObject()))
            {
                AddAccess(operation, Declared[(string)operation["operationId"]!]);
                Complete(path, operation);
            }
        }

        return document;
    }

    private static void AddAccess(JsonObject operation, AccessAttribute access)
    {
        if (access.Needs != Needs.Nothing)
            operation["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() });
        if (access.Roles.Count > 0)
            operation["x-role"] = string.Join(" or ", access.Roles.Select(role => JsonNamingPolicy.CamelCase.ConvertName($"{role}")));
    }

    private static void Complete(string path, JsonObject operation)
    {
        var names = PathParameters(path).ToList();
        var parameters = operation["parameters"]?.AsArray() ?? [];
        operation["parameters"] = parameters;
        foreach (var name in names)
            parameters.Add(
                new JsonObject
                {
                    ["name"] = name,
                    ["in"] = "path",
                    ["required"] = true,
                    ["schema"] = new JsonObject { ["type"] = "string" },
                }
            );
        var hasQuery = parameters.Count > names.Count;
        parameters.Add(new JsonObject { ["$ref"] = "#/components/parameters/lang" });

        var json = operation["requestBody"]?["content"]?["application/json"] is not null;
        string[] codes =
        [
            .. operation["security"] is not null ? ["token.missing", "token.invalid"] : Array.Empty<string>(),
            .. operation["x-role"] is not null ? ["role.missing"] : Array.Empty<string>(),
            .. names.Count > 0 ? ["not-found"] : Array.Empty<string>(),
            .. json ? ["json.invalid", "media-type.unsupported", "body.too-large"] : Array.Empty<string>(),
            .. operation["requestBody"] is not null || hasQuery ? ["fields.invalid"] : Array.Empty<string>(),
            .. operation["x-codes"]?.AsArray().Select(code => (string)code!) ?? [],
            "failed",
            "storage.unavailable",
        ];
        if (operation["x-public"] is not null)
            operation["responses"]!.AsObject().Add("304", new JsonObject { ["description"] = "It is as the client has it." });
        foreach (var status in codes.Distinct().GroupBy(code => Refusals[code].Status))
            operation["responses"]!.AsObject().TryAdd(status.Key.ToString(null, null), Problem([.. status]));
    }

    private static JsonObject Problem(string[] codes) =>
        new()
        {
            ["description"] = string.Join(", ", codes),
            ["content"] = new JsonObject
            {
                [ProblemType] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Problem" } },
            },
        };

    private static IEnumerable<string> PathParameters(string path) =>
        path.Split('/').Where(segment => segment is ['{', .., '}']).Select(segment => segment[1..^1]);

    private static IEnumerable<string> Parts() =>
        typeof(OpenApi)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal);

    private static JsonObject Read(string part)
    {
        using var stream = typeof(OpenApi).Assembly.GetManifestResourceStream(Prefix + part)!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static void Move(JsonObject from, JsonObject to)
    {
        foreach (var (name, node) in from.ToList())
        {
            from.Remove(name);
            if (to[name] is JsonObject present && node is JsonObject more && name.StartsWith('/'))
                Move(more, present); // two features may have methods of the same path
            else
                to.Add(name, node);
        }
    }
}
