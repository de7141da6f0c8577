using System.Collections.Frozen;
using System.Text.Json;

namespace EStation;

/// <summary>The names of an enum's values on the wire. <c>Enum.TryParse</c> would also accept numbers and lists.</summary>
public static class EnumNames<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Values = Enum.GetValues<T>()
        .ToFrozenDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.OrdinalIgnoreCase);

    public static string All { get; } = string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));

    public static T? Find(string? name) => name is not null && Values.TryGetValue(name, out var value) ? value : null;
}
