using System.Text.Json.Serialization;

namespace EStation.Contests.Boards;

/// <summary>Ranks by score, then time, then submission; smaller is better.</summary>
public sealed record Best(
    [property: JsonPropertyName("s")] int Score,
    [property: JsonPropertyName("e")] int ElapsedMs,
    [property: JsonPropertyName("t")] DateTimeOffset SubmittedAt
) : IComparable<Best>
{
    /// <summary>The precision of histograms.</summary>
    [JsonIgnore]
    public int Second => ElapsedMs / 1000;

    public int CompareTo(Best? other) =>
        other is null ? -1
        : Score != other.Score ? other.Score.CompareTo(Score)
        : ElapsedMs != other.ElapsedMs ? ElapsedMs.CompareTo(other.ElapsedMs)
        : SubmittedAt.CompareTo(other.SubmittedAt);

    public bool IsBetterThan(Best? other) => CompareTo(other) < 0;
}
