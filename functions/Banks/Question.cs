using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace EStation.Banks;

public enum QuestionKind
{
    Single,
    Multiple,
    TrueFalse,
}

public enum QuestionPool
{
    Ranked,
    Practice,
}

/// <summary>A question with its right answers. It never leaves the server in this form.</summary>
public sealed record Question(
    string Id,
    string Category,
    QuestionPool Pool,
    QuestionKind Kind,
    Text Text,
    IReadOnlyList<Option> Options,
    Text? Explanation = null,
    string? Source = null
)
{
    // Every review of a paper needs them, and questions stay in memory.
    private static readonly ConditionalWeakTable<Question, string> KnownWords = [];

    /// <summary>Set by a contest's key, never stored: everybody gets the point.</summary>
    [JsonIgnore]
    public bool IsVoid { get; init; }

    /// <summary>Normalised words, independent of spaces, punctuation and the order of options.</summary>
    [JsonIgnore]
    public string Words =>
        KnownWords.GetValue(
            this,
            static question =>
                Bare(question.Text.Zh)
                + '|'
                + string.Join('|', question.Options.Select(option => Bare(option.Text.Zh)).Order(StringComparer.Ordinal))
        );

    public bool IsAnsweredRightBy(IReadOnlyCollection<string> chosen) =>
        IsVoid
        || (Options.Count(option => option.Right) == chosen.Count && Options.All(option => !option.Right || chosen.Contains(option.Id)));

    private static string Bare(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && !char.IsPunctuation(letter)));
}

public sealed record Option(string Id, Text Text, bool Right = false);
