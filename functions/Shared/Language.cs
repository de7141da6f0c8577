namespace EStation;

/// <summary>The languages that texts for users come in; Chinese is the one that is always there.</summary>
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

    public static Language? Parse(ReadOnlySpan<char> tag) =>
        tag switch
        {
            "zh" => Language.Zh,
            "ko" => Language.Ko,
            "mn" => Language.Mn,
            "en" => Language.En,
            _ => null,
        };
}
