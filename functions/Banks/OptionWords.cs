using System.Text.RegularExpressions;

namespace EStation.Banks;

/// <summary>Options whose words depend on their order, which differs on each paper.</summary>
public static partial class OptionWords
{
    /// <summary>"All of the above" must stay last.</summary>
    public static bool SpeaksOfAbove(string text) => Above().IsMatch(text);

    /// <summary>"A and B" names letters that differ on each paper.</summary>
    public static bool NamesOthers(string text) => Others().IsMatch(Characters.Narrow(text));

    /// <summary>The texts without the authors' letters when all have theirs in order; else null.</summary>
    public static IReadOnlyList<string>? WithoutLetters(IReadOnlyList<string> texts)
    {
        var matches = texts.Select(text => Letter().Match(Characters.Narrow(text))).ToList();
        return
            texts.Count > 0
            && matches.Index().All(match => match.Item.Success && char.ToUpperInvariant(match.Item.Value[0]) == 'A' + match.Index)
            ? [.. texts.Zip(matches).Select(pair => pair.First[pair.Second.Length..])]
            : null;
    }

    [GeneratedRegex(
        "^(以上|上述)(选项|答案|各项|几项|说法)?(都|皆|均|全|全部)|^(우|이상)(의)?\\s*(모두|전부)|^all of the above|^none of the above",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Above();

    [GeneratedRegex(
        "^(选项)?[A-H](\\s*(和|与|及|或|、|,|\\+|/)\\s*[A-H])+(都|均|皆)?(是|对|正确)?$|^[A-H]{2,}(都|均|皆)(是|对|正确)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Others();

    // Full-width letters and marks are narrowed first. Lengths stay.
    [GeneratedRegex("^\\s*[A-Ha-h]\\s*[.、:)．]\\s*")]
    private static partial Regex Letter();
}
