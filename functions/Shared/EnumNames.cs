using System.Collections.Frozen;
using System.Text.Json;

namespace EStation;

/// <summary>
/// The names of an enum's values on the wire. <c>Enum.TryParse</c> is not for strangers: it takes numbers, and of a list it takes all bits
/// together.
/// </summary>
public static class EnumNames<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Values = Enum.GetValues<T>()
        .ToFrozenDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them, to be read.</summary>
    public static string All { get; } = string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));

    /// <summary>The value of just this name, in upper or lower case, or null.</summary>
    public static T? Find(string? name) => name is not null && Values.TryGetValue(name, out var value) ? value : null;
}
