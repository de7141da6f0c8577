using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace EStation.Settings;

public sealed class SettingReader(IConfiguration configuration)
{
    private const string Reference = "@Microsoft.KeyVault(";

    private readonly SortedSet<string> asked = new(StringComparer.Ordinal);

    /// <summary>The names requested so far; <c>*</c> stands for the children of a section.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    /// <summary>The platform leaves a reference to a secret as it is when it cannot read the secret.</summary>
    /// <exception cref="SettingException">Some setting still is such a reference.</exception>
    public void CheckReferences()
    {
        foreach (var (name, value) in configuration.AsEnumerable().OrderBy(setting => setting.Key, StringComparer.Ordinal))
        {
            if (value?.TrimStart().StartsWith(Reference, StringComparison.OrdinalIgnoreCase) == true)
                throw new SettingException(
                    name,
                    "still is a Key Vault reference: the secret is missing, or the app's identity may not read it."
                );
        }
    }

    public string? Optional(string name)
    {
        asked.Add(name);
        return configuration[name] is { Length: > 0 } value ? value.Trim() : null;
    }

    public bool Flag(string name) =>
        Optional(name) switch
        {
            null or "false" or "False" => false,
            "true" or "True" => true,
            var other => throw new SettingException(name, $"must be true or false, not '{other}'."),
        };

    /// <summary>A whole number from 1 up.</summary>
    public int Number(string name, int whenAbsent) =>
        Optional(name) switch
        {
            null => whenAbsent,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
            var other => throw new SettingException(name, $"must be a whole number above 0, not '{other}'."),
        };

    public Uri? Uri(string name) =>
        Optional(name) switch
        {
            null => null,
            var text when System.Uri.TryCreate(text, UriKind.Absolute, out var uri) => uri,
            var other => throw new SettingException(name, $"must be an absolute URI, not '{other}'."),
        };

    /// <summary>Base64 of at least this many bytes.</summary>
    public byte[]? Key(string name, int bytes)
    {
        if (Optional(name) is not { } text)
            return null;
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) && length >= bytes
            ? buffer[..length]
            : throw new SettingException(name, $"must be base64 of at least {bytes} bytes.");
    }

    public T OneOf<T>(string name, T whenAbsent)
        where T : struct, Enum =>
        Optional(name) is not { } text
            ? whenAbsent
            : EnumNames<T>.Find(text)
                ?? throw new SettingException(name, $"must be one of {string.Join(", ", Enum.GetNames<T>())}, not '{text}'.");

    public IReadOnlyList<T> Many<T>(string name)
        where T : IParsable<T> =>
        [
            .. (Optional(name) ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(item =>
                    T.TryParse(item, CultureInfo.InvariantCulture, out var value)
                        ? value
                        : throw new SettingException(name, $"has '{item}', which is no {typeof(T).Name.ToLowerInvariant()}.")
                ),
        ];

    /// <summary>All that is below a section, by the path in it.</summary>
    public IReadOnlyDictionary<string, string> Tree(string name)
    {
        asked.Add($"{name}:*");
        return configuration
            .GetSection(name)
            .AsEnumerable(makePathsRelative: true)
            .Where(setting => setting.Value is { Length: > 0 })
            .ToDictionary(setting => setting.Key, setting => setting.Value!.Trim(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The children of a section, by their names.</summary>
    public IReadOnlyDictionary<string, string> Section(string name)
    {
        asked.Add($"{name}:*");
        return configuration
            .GetSection(name)
            .GetChildren()
            .Where(child => child.Value is { Length: > 0 })
            .ToDictionary(child => child.Key, child => child.Value!);
    }

    /// <summary>The entries of a list, <c>name:0</c> and so on, each with its fields by name.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> List(string name)
    {
        asked.Add($"{name}:*");
        return
        [
            .. configuration
                .GetSection(name)
                .GetChildren()
                .Select(entry =>
                    entry
                        .GetChildren()
                        .Where(field => field.Value is { Length: > 0 })
                        .ToDictionary(field => field.Key, field => field.Value!.Trim(), StringComparer.OrdinalIgnoreCase)
                ),
        ];
    }
}
