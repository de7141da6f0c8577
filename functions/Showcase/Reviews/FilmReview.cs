namespace EStation.Showcase.Reviews;

/// <param name="Scientific">Whether the content is scientifically sound (科学性把关).</param>
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
    public bool IsSameAs(FilmReview other) => this with { DecidedAt = other.DecidedAt } == other;
}

public enum FilmDecision
{
    Publish,
    Reject,
    Return,
}
