namespace EStation.Settings;

/// <summary>A setting of the app; <c>*</c> at the end stands for the children of a section.</summary>
public sealed record Setting(string Name, ReadBy ReadBy, SetBy SetBy)
{
    public string Variable => Name.Replace(":", "__", StringComparison.Ordinal);

    public bool IsNamed(string variable) =>
        Variable is [.. var stem, '*']
            ? variable.Length > stem.Length && variable.StartsWith(stem, StringComparison.Ordinal)
            : variable == Variable;
}

public enum ReadBy
{
    App,

    Host,
}

public enum SetBy
{
    /// <summary>Always set in Azure.</summary>
    Template,

    TemplateOnDemand,

    /// <summary>Must not be set in Azure.</summary>
    Developer,
}
