using System.Net;
using System.Text.RegularExpressions;

namespace EStation.Banks.Gift;

/// <summary>
/// Plain text by language from Moodle's filters, <c>&lt;span lang="ko" class="multilang"&gt;</c> and <c>{mlang ko}…{mlang}</c>.
/// </summary>
public static partial class GiftText
{
    private const string UsualFormat = "moodle";

    public static (string Format, string Text) FormatOf(string text)
    {
        var mark = FormatMark().Match(text);
        return mark.Success ? (mark.Groups[1].Value, text[mark.Length..]) : (UsualFormat, text);
    }

    public static bool HasMedia(string text) => MediaMark().IsMatch(text);

    public static Text? OrNull(string text, string format) => text.Trim().Length == 0 ? null : Of(text, format);

    /// <param name="text">With hidden escapes.</param>
    /// <param name="usualFormat">The question's format, for texts that do not name one.</param>
    public static Text Of(string text, string usualFormat)
    {
        var mark = FormatMark().Match(text);
        var format = mark.Success ? mark.Groups[1].Value : usualFormat;
        var shown = GiftEscapes.Show(text[mark.Length..]);
        var languages = LanguageMark().Matches(shown).Select(match => match.Groups["language"].Value.ToLowerInvariant()).ToHashSet();
        return new Text(
            languages.Count > 0 && !languages.Contains("zh") ? "" : Plain(In(shown, "zh"), format),
            languages.Contains("ko") ? Plain(In(shown, "ko"), format) : null,
            languages.Contains("mn") ? Plain(In(shown, "mn"), format) : null,
            languages.Contains("en") ? Plain(In(shown, "en"), format) : null
        );
    }

    private static string In(string text, string language) =>
        LanguageMark()
            .Replace(
                text,
                match =>
                    match.Groups["language"].Value.Equals(language, StringComparison.OrdinalIgnoreCase) ? match.Groups["text"].Value : ""
            );

    private static string Plain(string text, string format)
    {
        if (format is not ("html" or UsualFormat))
            return text.Trim();
        // In HTML a line break is a space; in Moodle's own format it is a line break.
        var flowing = format == "html" ? text.Replace('\n', ' ') : text;
        var plain = WebUtility.HtmlDecode(TagMark().Replace(BreakMark().Replace(flowing, "\n"), ""));
        return string.Join(
            '\n',
            plain.Replace('\u00a0', ' ').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [GeneratedRegex(@"^\s*\[(html|moodle|plain|markdown)\]")]
    private static partial Regex FormatMark();

    [GeneratedRegex(@"<(?:img|audio|video|object|iframe|embed)\b|@@PLUGINFILE@@", RegexOptions.IgnoreCase)]
    private static partial Regex MediaMark();

    [GeneratedRegex(
        """<span\b(?=[^<>]*\bmultilang\b)[^<>]*\blang\s*=\s*["']?(?<language>[a-z]{2})\b[^<>]*>(?<text>.*?)</span>|\{mlang\s+(?<language>[a-z]{2})\}(?<text>.*?)\{mlang\}""",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex LanguageMark();

    [GeneratedRegex(@"<(?:br|/p|/div|/li)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex BreakMark();

    [GeneratedRegex(@"</?[a-z][^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex TagMark();
}
