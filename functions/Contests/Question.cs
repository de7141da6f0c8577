namespace EStation.Contests;

public enum QuestionKind
{
    Single,
    Multiple,
    TrueFalse,
}

/// <summary>A question is for ranking or for practice, never for both.</summary>
public enum QuestionPool
{
    Ranked,
    Practice,
}

/// <summary>A question as its author wrote it, with the right answers: it does not leave the server in this form.</summary>
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
    /// <param name="chosen">Option ids, each once.</param>
    public bool IsAnsweredRightBy(IReadOnlyCollection<string> chosen) =>
        Options.Count(option => option.Right) == chosen.Count && Options.All(option => !option.Right || chosen.Contains(option.Id));
}

public sealed record Option(string Id, Text Text, bool Right = false);
