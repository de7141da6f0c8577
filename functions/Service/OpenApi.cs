using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using EStation.Access;
using EStation.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Service;

/// <summary>Joins functions (routes, <c>security</c>), records (schemas) and the texts of <c>Service/openapi/</c>.</summary>
public static class OpenApi
{
    private const string Prefix = "openapi.";
    private const string Base = "base";
    private const string JsonType = "application/json";
    private const string ProblemType = "application/problem+json";
    private const string CatchAll = "{*path}";

    public static IReadOnlyDictionary<string, Refusal> Refusals { get; } =
        typeof(Refusal)
            .Assembly.GetTypes()
            .Where(type => type == typeof(Refusal) || type.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Refusal))
            .Select(field => (Refusal)field.GetValue(null)!)
            .ToDictionary(refusal => refusal.Code);

    public static IReadOnlyDictionary<string, MethodInfo> Functions { get; } =
        typeof(OpenApi)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => TriggerOf(method) is { Route: not null and not CatchAll })
            .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);

    public static JsonObject Document()
    {
        var schemas = new Schemas();
        var document = Read(Base);
        var paths = new JsonObject();
        var components = document["components"]!["schemas"]!.AsObject();
        var descriptions = new Dictionary<string, string>();
        foreach (var part in Parts().Where(part => part != Base).Select(Read).Prepend(document))
        {
            foreach (var (function, texts) in Taken(part, "operations"))
                Add(paths, function, texts!.AsObject(), schemas);
            foreach (var (subject, text) in Taken(part, "descriptions"))
                descriptions.Add(subject, (string)text!);
        }

        document["paths"] = paths;
        schemas.Of(typeof(ProblemResponse));
        foreach (var name in ParameterTypesIn(paths).Where(name => !components.ContainsKey(name)))
            schemas.Add(name);
        foreach (var (name, schema) in schemas.Components())
            components.Add(name, schema);
        foreach (var (subject, text) in descriptions)
            SchemaOf(subject, components)["description"] = text;
        components["ProblemCode"] = new JsonObject
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. Refusals.Keys.Order(StringComparer.Ordinal).Select(code => (JsonNode)code)]),
        };
        components[nameof(ProblemResponse)]!["properties"]!["code"] = new JsonObject { ["$ref"] = "#/components/schemas/ProblemCode" };
        return document;
    }

    private static void Add(JsonObject paths, string function, JsonObject texts, Schemas schemas)
    {
        if (!Functions.TryGetValue(function, out var method))
            throw new InvalidOperationException($"There is no function {function}; a part in functions/Service/openapi has texts for it.");
        var trigger = TriggerOf(method)!;
        var path = "/" + trigger.Route;
        var operation = new JsonObject { ["operationId"] = function };
        foreach (var (key, value) in texts.ToList())
        {
            texts.Remove(key);
            operation.Add(key, value);
        }

        if (method.GetCustomAttribute<TakesAttribute>() is { } taken)
            operation["requestBody"] = new JsonObject
            {
                ["required"] = !taken.IsOptional,
                ["content"] = Content(JsonType, schemas.Of(taken.Body, isRequest: true)),
            };
        var responses = operation["responses"]!.AsObject();
        foreach (var (status, text) in responses.ToList().Where(response => response.Value is JsonValue))
            responses[status] = new JsonObject { ["description"] = (string)text! };
        foreach (var answer in method.GetCustomAttributes<AnswersAttribute>().Where(answer => answer.Body is not null))
        {
            foreach (var status in answer.Statuses)
                AddContent(ResponseOf(operation, status), JsonType, schemas.Of(answer.Body!));
        }

        foreach (var mediaType in method.GetCustomAttribute<AnswersFileAttribute>()?.MediaTypes ?? [])
            AddContent(ResponseOf(operation, 200), mediaType.Split(';')[0], FileSchema(mediaType));
        AddAccess(operation, AccessAttribute.Of(method));
        Complete(path, operation);
        if (paths[path] is null)
            paths[path] = new JsonObject();
        paths[path]![trigger.Methods!.Single()] = operation;
    }

    private static JsonObject ResponseOf(JsonObject operation, int status) =>
        operation["responses"]![status.ToString(null, null)]?.AsObject()
        ?? throw new InvalidOperationException($"{operation["operationId"]} answers {status}, and its part has no text for it.");

    /// <summary>Adds a media type; a second schema of the same type is an alternative.</summary>
    private static void AddContent(JsonObject response, string mediaType, JsonObject schema)
    {
        if (response["content"] is not { } content)
            response["content"] = Content(mediaType, schema);
        else if (content[mediaType] is { } present)
            present["schema"] = new JsonObject { ["oneOf"] = new JsonArray(Taken(present.AsObject(), "schema"), schema) };
        else
            content[mediaType] = new JsonObject { ["schema"] = schema };
    }

    private static JsonObject FileSchema(string mediaType) =>
        mediaType.StartsWith("application/", StringComparison.Ordinal)
            ? new() { ["type"] = "string", ["format"] = "binary" }
            : new() { ["type"] = "string" };

    private static JsonObject Content(string mediaType, JsonObject schema) =>
        new() { [mediaType] = new JsonObject { ["schema"] = schema } };

    private static void AddAccess(JsonObject operation, AccessAttribute access)
    {
        if (access.Needs != Needs.Nothing)
            operation["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() });
        if (access.Roles.Count > 0)
            operation["x-role"] = string.Join(" or ", access.Roles.Select(role => JsonNamingPolicy.CamelCase.ConvertName($"{role}")));
    }

    /// <summary>Adds the path's parameters and the conventional refusals.</summary>
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

        var json = operation["requestBody"]?["content"]?[JsonType] is not null;
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
            ["content"] = Content(ProblemType, new JsonObject { ["$ref"] = "#/components/schemas/" + nameof(ProblemResponse) }),
        };

    private static IEnumerable<string> PathParameters(string path) =>
        path.Split('/').Where(segment => segment is ['{', .., '}']).Select(segment => segment[1..^1]);

    private static HttpTriggerAttribute? TriggerOf(MethodInfo method) =>
        method
            .GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .FirstOrDefault(trigger => trigger is not null);

    private static IEnumerable<string> ParameterTypesIn(JsonObject paths) =>
        paths
            .SelectMany(path => path.Value!.AsObject())
            .SelectMany(operation => operation.Value!["parameters"]!.AsArray())
            .Select(parameter => (string?)parameter!["schema"]?["$ref"])
            .OfType<string>()
            .Select(reference => reference.Split('/')[^1])
            .Distinct();

    /// <param name="subject">A component, or a component and its field, as <c>Consent.guardian</c>.</param>
    private static JsonObject SchemaOf(string subject, JsonObject components) =>
        subject.Split('.') switch
        {
            [var name] => components[name]?.AsObject(),
            [var name, var field] => components[name]?["properties"]?[field]?.AsObject(),
            _ => null,
        } ?? throw new InvalidOperationException($"There is no {subject} to describe.");

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

    /// <summary>Removes and returns a member, since a node has only one parent.</summary>
    private static JsonObject Taken(JsonObject from, string name)
    {
        var member = from[name]?.AsObject() ?? [];
        from.Remove(name);
        return member;
    }
}
