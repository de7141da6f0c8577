namespace EStation;

/// <summary>The languages of texts for users; every text has Chinese.</summary>
public enum Language
{
    Zh,
    Ko,
    Mn,
    En,
}

public static class Languages
{
    public static string Code(this Language language) =>
        language switch
        {
            Language.Ko => "ko",
            Language.Mn => "mn",
            Language.En => "en",
            _ => "zh",
        };

    /// <summary>The language of a tag such as <c>ko-KR</c>. The whole first subtag counts, in any case: <c>kok</c> is another
    /// language.</summary>
    public static Language? Parse(ReadOnlySpan<char> tag)
    {
        var first = tag.IndexOf('-') is var end && end >= 0 ? tag[..end] : tag;
        foreach (var language in Enum.GetValues<Language>())
        {
            if (first.Equals(language.Code(), StringComparison.OrdinalIgnoreCase))
                return language;
        }

        return null;
    }
}
