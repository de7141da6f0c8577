using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EStation.Ledger;

/// <summary>The stored discriminator of a kind of news. It must never change once news are stored.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NewsKindAttribute(string name) : Attribute
{
    public string Name => name;
}

public sealed record NewsKind(string Name, Type Type);

public sealed class NewsKinds(IEnumerable<NewsKind> kinds)
{
    internal const string Discriminator = "news";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    private static readonly ConcurrentDictionary<Type, string> Names = new();

    private readonly Dictionary<string, Type> types = kinds.ToDictionary(kind => kind.Name, kind => kind.Type, StringComparer.Ordinal);

    internal static string KindOf(Type type) =>
        Names.GetOrAdd(
            type,
            static type =>
                type.GetCustomAttribute<NewsKindAttribute>()?.Name
                ?? throw new InvalidOperationException($"{type} has no {nameof(NewsKindAttribute)}.")
        );

    /// <exception cref="InvalidOperationException">A stored kind is not registered.</exception>
    internal IReadOnlyList<News> Read(BinaryData stored)
    {
        using var array = JsonDocument.Parse(stored);
        return [.. array.RootElement.EnumerateArray().Select(Read)];
    }

    private News Read(JsonElement piece)
    {
        var kind = piece.GetProperty(Discriminator).GetString()!;
        return types.TryGetValue(kind, out var type)
            ? (News)piece.Deserialize(type, Json)!
            : throw new InvalidOperationException($"No news of the kind '{kind}' are registered.");
    }
}
