namespace EStation;

/// <summary>A value that is one string on the wire, and how that string looks.</summary>
public interface IFormatted
{
    static abstract Format Format { get; }
}

/// <param name="Pattern">A regular expression that every value matches, as JSON Schema has them.</param>
/// <param name="Values">All values, where they are a closed list.</param>
public sealed record Format(string Description, string? Pattern = null, IEnumerable<string>? Values = null);
