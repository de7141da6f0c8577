using System.Text.Json.Serialization;

namespace EStation.Showcase.Reactions;

/// <summary>When somebody's like of a video came and went, as the statistics count it: what cancels out within a day is gone.</summary>
public sealed record LikeHistory(IReadOnlyList<LikeChange> Changes)
{
    /// <summary>So many changes of mind, each on another day, are remembered; then it stays as it is.</summary>
    public const int MostChanges = 200;

    public static readonly LikeHistory Never = new([]);

    [JsonIgnore]
    public bool IsFull => Changes.Count >= MostChanges;

    [JsonIgnore]
    public bool IsLiked => Changes.Sum(change => change.Count) > 0;

    public LikeHistory With(LikeChange change) =>
        new([
            .. Changes
                .Append(change)
                .GroupBy(one => (one.Day, one.Audience), one => one.Count)
                .Select(day => new LikeChange(day.Key.Day, day.Key.Audience, day.Sum()))
                .Where(day => day.Count != 0),
        ]);
}

/// <summary>What a like came to on a day, in the audience that its person was in then.</summary>
public sealed record LikeChange(Day Day, Audience Audience, int Count);
