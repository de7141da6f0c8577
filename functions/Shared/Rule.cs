namespace EStation;

/// <summary>A rule that speaks against what was asked: its name for machines, a sentence for people.</summary>
public sealed record Rule(string Name, Text Says)
{
    /// <summary>The same of somebody else, by name.</summary>
    public Rule About(string who) =>
        this with
        {
            Says = new Text($"{who}：{Says.Zh}", Prefixed(Says.Ko, who), Prefixed(Says.Mn, who), Prefixed(Says.En, who)),
        };

    private static string? Prefixed(string? text, string who) => text is null ? null : $"{who}: {text}";
}
