using System.Text.Json.Serialization;
using EStation.Regions;

namespace EStation.Showcase.Reviews;

/// <param name="Film">The number of the submission that was decided on.</param>
/// <param name="Text">The reviewer's own words. Reviews without a list of reasons stored them under this name.</param>
/// <param name="Scientific">Whether the content is scientifically sound (科学性把关).</param>
public sealed record FilmReview(
    int Film,
    DateTimeOffset SubmittedAt,
    string Reviewer,
    FilmDecision Decision,
    [property: JsonPropertyName("Reason")] string Text,
    bool Scientific,
    DateTimeOffset DecidedAt
)
{
    /// <summary>Null for a publication.</summary>
    [JsonPropertyName("Ground")]
    public ReviewReason? Reason { get; init; }

    public ScientificField? Field { get; init; }

    /// <summary>The widest region in which the reviewer had the role: an appeal goes to a higher place.</summary>
    public RegionCode? Place { get; init; }

    /// <summary>An opinion: the reviewer asked for a second reviewer, who decides.</summary>
    public bool AsksForSecond { get; init; }

    public bool IsSameAs(FilmReview other) => this with { DecidedAt = other.DecidedAt, Place = other.Place } == other;
}

public enum FilmDecision
{
    Publish,
    Reject,
    Return,
    TakeDown,
}
