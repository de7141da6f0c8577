namespace EStation.Banks;

/// <summary>A question as it stands in a file, before anything is checked. A text without Chinese has an empty one.</summary>
/// <param name="Kind">Null: as the options say.</param>
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

/// <param name="Id">Null: by its place.</param>
public sealed record RawOption(Text Text, bool Right, string? Id = null);
