namespace EStation;

public interface IFormatted
{
    static abstract Format Format { get; }
}

/// <param name="Pattern">A regular expression in the syntax of JSON Schema; every value matches it.</param>
public sealed record Format(string Description, string? Pattern = null, IEnumerable<string>? Values = null);
