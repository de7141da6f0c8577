namespace EStation;

/// <summary>A text for users in the languages it was written in.</summary>
public sealed record Text(string Zh, string? Ko = null, string? Mn = null, string? En = null)
{
    /// <summary>The text in a language, falling back to Chinese.</summary>
    public string In(Language language) => Own(language) ?? Zh;

    /// <summary>The text as it was written in a language, or null.</summary>
    public string? Own(Language language) =>
        language switch
        {
            Language.Ko => Ko,
            Language.Mn => Mn,
            Language.En => En,
            _ => Zh,
        };
}
