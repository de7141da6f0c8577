using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EStation.Http;

namespace EStation.Service;

/// <summary>JSON schemas from System.Text.Json contracts. Each record, enum and value type is a component with its type's name.</summary>
public sealed class Schemas
{
    private static readonly JsonSchemaExporterOptions NotNull = new() { TreatNullObliviousAsNonNullable = true };

    // Converters hide the form of these types, so base.json has their schemas.
    private static readonly Dictionary<Type, string> Handwritten = new()
    {
        [typeof(DateTimeOffset)] = "Instant",
        [typeof(Text)] = nameof(Text),
        [typeof(TextRequest)] = nameof(TextRequest),
    };

    private readonly Dictionary<Type, (JsonNode? Schema, bool IsRequest)> exported = [];
    private readonly List<(JsonObject Reference, Type Type)> references = [];

    public JsonObject Of(Type type, bool isRequest = false)
    {
        var reference = new JsonObject { ["$ref"] = PathOf(Handwritten.GetValueOrDefault(type, "")) };
        if (Handwritten.ContainsKey(type))
            return reference;
        references.Add((reference, type));
        if (!exported.TryGetValue(type, out var known))
        {
            exported[type] = (null, isRequest); // a record may refer to itself
            exported[type] = (Export(type, isRequest), isRequest);
        }
        else if (known.IsRequest != isRequest && !IsPlain(type))
        {
            throw new InvalidOperationException($"{type.Name} is read and sent. Give the request a record of its own.");
        }

        return reference;
    }

    public void Add(string name) => Of(typeof(Schemas).Assembly.GetTypes().Single(type => type.Name == name && IsPlain(type)));

    /// <summary>Types with the same name in two features get the feature's name as prefix.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> Components()
    {
        var twice = exported.Keys.GroupBy(NameOf).Where(types => types.Count() > 1).SelectMany(types => types).ToHashSet();
        var names = exported.Keys.ToDictionary(
            type => type,
            type => twice.Contains(type) ? type.Namespace!.Split('.')[1] + NameOf(type) : NameOf(type)
        );
        foreach (var (reference, type) in references)
            reference["$ref"] = PathOf(names[type]);
        return exported
            .Select(component => KeyValuePair.Create(names[component.Key], component.Value.Schema))
            .OrderBy(component => component.Key, StringComparer.Ordinal);
    }

    private static string PathOf(string component) => "#/components/schemas/" + component;

    private static string NameOf(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}Of{string.Concat(type.GetGenericArguments().Select(NameOf))}" : type.Name;

    /// <summary>True for types that look the same in requests and responses.</summary>
    private static bool IsPlain(Type type) => type.IsEnum || type.IsAssignableTo(typeof(IFormatted));

    private JsonObject Export(Type type, bool isRequest)
    {
        if (type.GetProperty(nameof(IFormatted.Format)) is { } format && IsPlain(type))
            return Look((Format)format.GetValue(null)!);
        var contract = Json.Requests.GetTypeInfo(type);
        return contract.Kind == JsonTypeInfoKind.Object ? Whole(contract, isRequest) : Leaf(type);
    }

    private static JsonObject Look(Format format)
    {
        var schema = new JsonObject { ["type"] = "string", ["description"] = format.Description };
        if (format.Pattern is { } pattern)
            schema["pattern"] = pattern;
        if (format.Values is { } values)
            schema["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        return schema;
    }

    private JsonObject Whole(JsonTypeInfo record, bool isRequest)
    {
        // Computed fields of a request are not part of its schema.
        var fields = record
            .Properties.Where(field => field.Get is not null && (!isRequest || field.AssociatedParameter is not null))
            .ToList();
        var whole = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Part(field, isRequest)))),
            ["required"] = new JsonArray([.. fields.Where(field => IsAlwaysThere(field, isRequest)).Select(field => (JsonNode)field.Name)]),
        };
        if (!isRequest)
            whole["additionalProperties"] = false; // unknown fields of a request are ignored
        return whole;
    }

    private JsonObject Part(JsonPropertyInfo field, bool isRequest)
    {
        var type = Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType;
        var known = AttributeOf<AsAttribute>(field)?.Type;
        var part =
            field.CustomConverter is CodeConverter ? new JsonObject { ["type"] = new JsonArray("string", "integer") }
            : type == typeof(string) && known is not null ? Of(known)
            : Inline(type, isRequest, known);
        Limit(part, field);
        // A required request field is not null; a response omits null values, so such a field is never null.
        return field.IsGetNullable && IsAlwaysThere(field, isRequest) != isRequest ? OrNull(part) : part;
    }

    /// <param name="known">The type that the strings of a list are parsed into.</param>
    private JsonObject Inline(Type type, bool isRequest, Type? known = null)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return OrNull(Inline(value, isRequest));
        var contract = Json.Requests.GetTypeInfo(type);
        if (Handwritten.ContainsKey(type) || IsPlain(type) || contract.Kind == JsonTypeInfoKind.Object)
            return Of(type, isRequest);
        return contract.Kind switch
        {
            JsonTypeInfoKind.Enumerable => new JsonObject
            {
                ["type"] = "array",
                ["items"] = known is null ? Inline(contract.ElementType!, isRequest) : Of(known),
            },
            JsonTypeInfoKind.Dictionary => new JsonObject
            {
                ["type"] = "object",
                ["propertyNames"] = Inline(contract.KeyType!, isRequest),
                ["additionalProperties"] = Inline(contract.ElementType!, isRequest),
            },
            _ => Leaf(type),
        };
    }

    private static JsonObject Leaf(Type type)
    {
        var leaf = JsonSchemaExporter.GetJsonSchemaAsNode(Json.Requests, type, NotNull).AsObject();
        leaf["type"] ??= "string"; // an enum has only names
        return leaf;
    }

    /// <summary>A request requires fields without a default. A response has all fields except those omitted when null.</summary>
    private static bool IsAlwaysThere(JsonPropertyInfo field, bool isRequest) =>
        isRequest ? field.AssociatedParameter is { HasDefaultValue: false } : AttributeOf<JsonIgnoreAttribute>(field) is null;

    private static void Limit(JsonObject part, JsonPropertyInfo field)
    {
        var size = part.ContainsKey("items") ? "Items" : "Length";
        if (AttributeOf<RangeAttribute>(field) is { } range)
            (part["minimum"], part["maximum"]) = (JsonValue.Create((int)range.Minimum), JsonValue.Create((int)range.Maximum));
        if (AttributeOf<MinLengthAttribute>(field) is { } least)
            part["min" + size] = least.Length;
        if (AttributeOf<MaxLengthAttribute>(field) is { } most)
            part["max" + size] = most.Length;
        if (AttributeOf<AllowedValuesAttribute>(field) is { } allowed)
            part["enum"] = new JsonArray([.. allowed.Values.Select(value => (JsonNode)(string)value!)]);
    }

    private static T? AttributeOf<T>(JsonPropertyInfo field)
        where T : Attribute => field.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: true).Cast<T>().SingleOrDefault();

    private static JsonObject OrNull(JsonObject part)
    {
        if (part["type"] is not { } type)
            return new JsonObject { ["oneOf"] = new JsonArray(part, new JsonObject { ["type"] = "null" }) };
        part["type"] = type is JsonArray ? type.DeepClone() : new JsonArray(type.DeepClone());
        part["type"]!.AsArray().Add("null");
        return part;
    }
}
