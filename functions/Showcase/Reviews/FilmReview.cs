namespace EStation.Showcase.Reviews;

/// <summary>What a reviewer decided of a film.</summary>
/// <param name="Scientific">Whether what is said holds (科学性把关).</param>
public sealed record FilmReview(
    int Film,
    DateTimeOffset SubmittedAt,
    string Reviewer,
    FilmDecision Decision,
    string Reason,
    bool Scientific,
    DateTimeOffset DecidedAt
)
{
    /// <summary>The same decision sent again.</summary>
    public bool IsSameAs(FilmReview other) => this with { DecidedAt = other.DecidedAt } == other;
}

public enum FilmDecision
{
    Publish,
    Reject,
    Return,
}
