namespace EStation.Banks;

/// <summary>A question as read from a file, before any check. A text without Chinese has an empty one.</summary>
/// <param name="Kind">Null: derived from the options.</param>
public sealed record RawQuestion(
    int Line,
    Text Text,
    IReadOnlyList<RawOption> Options,
    string? Kind = null,
    string? Id = null,
    string? Category = null,
    string? Pool = null,
    Text? Explanation = null,
    string? Source = null
);

/// <param name="Id">Null: derived from its place.</param>
public sealed record RawOption(Text Text, bool Right, string? Id = null);
