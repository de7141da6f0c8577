namespace EStation;

public sealed record Text(string Zh, string? Ko = null, string? Mn = null, string? En = null)
{
    public string In(Language language) => Own(language) ?? Zh;

    public string? Own(Language language) =>
        language switch
        {
            Language.Ko => Ko,
            Language.Mn => Mn,
            Language.En => En,
            _ => Zh,
        };
}
