using System.Text.Json;
using System.Text.Json.Serialization;
using EStation.Contests;
using EStation.People;
using EStation.Regions;
using EStation.Showcase;
using EStation.Stations;
using EStation.Statistics;
using EStation.Trainings;

namespace EStation.Ledger;

/// <summary>
/// What has happened, told to the totals. It is stored in one transaction with the record it tells of, and carries the place, the audience
/// and the day as they were at that moment, so that nothing that changes later can change what was counted.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "news")]
[JsonDerivedType(typeof(PersonRegistered), "registered")]
[JsonDerivedType(typeof(AttemptCounted), "attempt")]
[JsonDerivedType(typeof(NameForgotten), "forgotten")]
[JsonDerivedType(typeof(StationCertified), "station")]
[JsonDerivedType(typeof(TrainingSignedUp), "training-sign-up")]
[JsonDerivedType(typeof(TrainingWithdrawn), "training-withdrawal")]
[JsonDerivedType(typeof(TrainingAttended), "training-attendance")]
[JsonDerivedType(typeof(TrainingCompleted), "training-completion")]
[JsonDerivedType(typeof(TrainingChanged), "training-change")]
[JsonDerivedType(typeof(VideoSubmitted), "video-submitted")]
[JsonDerivedType(typeof(VideoPublished), "video-published")]
[JsonDerivedType(typeof(VideoChanged), "video-changed")]
[JsonDerivedType(typeof(VideoViewed), "video-viewed")]
[JsonDerivedType(typeof(VideoLiked), "video-liked")]
[JsonDerivedType(typeof(VideoVoted), "video-voted")]
[JsonDerivedType(typeof(VideoScored), "video-scored")]
[JsonDerivedType(typeof(VideoReported), "video-reported")]
public abstract record News(RegionCode Village, Audience Audience, Day Day)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>What the statistics count of it, at its place and on its day; negative where something is taken back.</summary>
    [JsonIgnore]
    public virtual IEnumerable<(Metric Metric, int Count)> Counts => [];

    /// <summary>The person who took part in something, or null; the statistics estimate how many different people these are.</summary>
    [JsonIgnore]
    public virtual string? Reached => null;

    /// <summary>The cells of the totals that this is added into: its feature's own, and the statistics'.</summary>
    [JsonIgnore]
    public IEnumerable<Cell> Cells => Counts.Any() || Reached is not null ? OwnCells.Append(DayCells.Of(Village, Day)) : OwnCells;

    /// <summary>The cells of its feature's totals.</summary>
    [JsonIgnore]
    protected virtual IEnumerable<Cell> OwnCells => [];

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public static IReadOnlyList<News> ReadMany(BinaryData packed) => packed.ToObjectFromJson<IReadOnlyList<News>>(Json) ?? [];
}
