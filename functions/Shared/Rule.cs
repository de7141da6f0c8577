namespace EStation;

public sealed record Rule(string Name, Text Says)
{
    public Rule About(string who) =>
        this with
        {
            Says = new Text($"{who}：{Says.Zh}", Prefixed(Says.Ko, who), Prefixed(Says.Mn, who), Prefixed(Says.En, who)),
        };

    private static string? Prefixed(string? text, string who) => text is null ? null : $"{who}: {text}";
}
