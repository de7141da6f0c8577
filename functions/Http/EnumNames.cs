using System.Collections.Frozen;
using System.Text.Json;

namespace EStation.Http;

/// <summary>The names of an enum's values on the wire. <c>Enum.TryParse</c> is not for strangers: it takes numbers, and of a list it takes all bits together.</summary>
internal static class EnumNames<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Values =
        Enum.GetValues<T>().ToFrozenDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, T> InAnyCase = Values.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them, to be read.</summary>
    public static string All { get; } = string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));

    /// <summary>The value of just this name, or null.</summary>
    public static T? Find(string? name) => Find(Values, name);

    /// <summary>For settings, which people write by hand.</summary>
    public static T? FindInAnyCase(string? name) => Find(InAnyCase, name);

    private static T? Find(FrozenDictionary<string, T> values, string? name) => name is not null && values.TryGetValue(name, out var value) ? value : null;
}
