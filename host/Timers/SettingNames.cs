using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace EStation.LocalHost;

/// <summary>Replaces each <c>%Name%</c> by its setting, once: values are not expanded again.</summary>
internal static partial class SettingNames
{
    public static string Expand(string text, IConfiguration settings)
    {
        if (text.Count(letter => letter == '%') % 2 != 0)
            throw new ArgumentException($"The '%' at the end of '{text}' is not closed.");
        return Name()
            .Replace(
                text,
                match => settings[match.Groups[1].Value] ?? throw new ArgumentException($"'{match.Value}' does not resolve to a value.")
            );
    }

    [GeneratedRegex("%([^%]*)%")]
    private static partial Regex Name();
}
