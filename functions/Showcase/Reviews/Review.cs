namespace EStation.Showcase;

/// <param name="Scientific">Whether the content is scientifically sound (科学性把关).</param>
public sealed record Review(
    int Film,
    DateTimeOffset SubmittedAt,
    string Reviewer,
    Decision Decision,
    string Reason,
    bool Scientific,
    DateTimeOffset DecidedAt
)
{
    public bool IsSameAs(Review other) => this with { DecidedAt = other.DecidedAt } == other;
}

public enum Decision
{
    Publish,
    Reject,
    Return,
}
