using System.Text.Json.Serialization;

namespace EStation.Showcase.Reactions;

/// <summary>The changes of one person's like of a video, as the statistics count them. Changes that cancel out within a day are
/// removed.</summary>
public sealed record LikeHistory(IReadOnlyList<LikeChange> Changes)
{
    /// <summary>The limit of stored changes, each on another day. A full history accepts only an unlike.</summary>
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

/// <summary>The net change of a like on a day, in the person's audience of that day.</summary>
public sealed record LikeChange(Day Day, Audience Audience, int Count);
