namespace EStation;

public sealed record Text(string Zh, string? Ko = null, string? Mn = null, string? En = null)
{
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
