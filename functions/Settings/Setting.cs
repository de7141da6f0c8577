namespace EStation.Settings;

/// <summary>A setting of the app; <c>*</c> at the end stands for the children of a section.</summary>
public sealed record Setting(string Name, ReadBy ReadBy, SetBy SetBy)
{
    /// <summary>The name as an environment variable and as an app setting in Azure.</summary>
    public string Variable => Name.Replace(":", "__", StringComparison.Ordinal);

    public bool IsNamed(string variable) =>
        Variable is [.. var stem, '*']
            ? variable.Length > stem.Length && variable.StartsWith(stem, StringComparison.Ordinal)
            : variable == Variable;
}

public enum ReadBy
{
    App,

    /// <summary>The Functions host or its platform.</summary>
    Host,
}

public enum SetBy
{
    /// <summary>In Azure it is always set.</summary>
    Template,

    /// <summary>Set where a parameter of the template asks for it.</summary>
    TemplateOnDemand,

    /// <summary>Must not be set in Azure.</summary>
    Developer,
}
