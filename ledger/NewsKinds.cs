using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EStation.Ledger;

/// <summary>The discriminator that a kind of news is stored with. It never changes once news are stored.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NewsKindAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>A registered kind of news.</summary>
public sealed record NewsKind(string Name, Type Type);

/// <summary>All registered kinds of news, by which stored news are read.</summary>
public sealed class NewsKinds(IEnumerable<NewsKind> kinds)
{
    internal const string Discriminator = "news";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    private static readonly ConcurrentDictionary<Type, string> Names = new();

    private readonly Dictionary<string, Type> types = kinds.ToDictionary(kind => kind.Name, kind => kind.Type, StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The type has no <see cref="NewsKindAttribute"/>.</exception>
    internal static string KindOf(Type type) =>
        Names.GetOrAdd(
            type,
            static type =>
                type.GetCustomAttribute<NewsKindAttribute>()?.Name
                ?? throw new InvalidOperationException($"{type} has no {nameof(NewsKindAttribute)}.")
        );

    /// <summary>Reads an array of news.</summary>
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
