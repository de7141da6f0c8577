namespace EStation.Showcase;

/// <summary>What a reviewer decided of a film.</summary>
/// <param name="Scientific">Whether what is said holds (科学性把关).</param>
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
    /// <summary>The same decision sent again.</summary>
    public bool IsSameAs(Review other) => this with { DecidedAt = other.DecidedAt } == other;
}

public enum Decision
{
    Publish,
    Reject,
    Return,
}
