using System.Text.Json.Serialization;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Showcase;

/// <summary>News of a video. The place is always its owner's.</summary>
public abstract record VideoNews(RegionCode Village, Audience Audience, Day Day, VideoId Video) : CountedNews(Village, Audience, Day)
{
    /// <summary>The cell exists also for news without a count, because it triggers the publisher.</summary>
    [JsonIgnore]
    protected override IEnumerable<Cell> OwnCells => [VideoCells.Tally(Video)];
}

[NewsKind("video-submitted")]
public sealed record VideoSubmitted(RegionCode Village, Audience Audience, Day Day, VideoId Video, string Owner)
    : VideoNews(Village, Audience, Day, Video)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.VideosSubmitted, 1)];

    [JsonIgnore]
    public override string? Reached => Owner;
}

[NewsKind("video-published")]
public sealed record VideoPublished(RegionCode Village, Audience Audience, Day Day, VideoId Video)
    : VideoNews(Village, Audience, Day, Video)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.VideosPublished, 1)];
}

[NewsKind("video-changed")]
public sealed record VideoChanged(RegionCode Village, Audience Audience, Day Day, VideoId Video) : VideoNews(Village, Audience, Day, Video);

/// <summary>The first view of a person in an hour.</summary>
[NewsKind("video-viewed")]
public sealed record VideoViewed(RegionCode Village, Audience Audience, Day Day, VideoId Video) : VideoNews(Village, Audience, Day, Video)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.VideoViews, 1)];
}

/// <param name="Change">1 or -1.</param>
[NewsKind("video-liked")]
public sealed record VideoLiked(RegionCode Village, Audience Audience, Day Day, VideoId Video, int Change)
    : VideoNews(Village, Audience, Day, Video)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.VideoLikes, Change)];
}

[NewsKind("video-voted")]
public sealed record VideoVoted(RegionCode Village, Audience Audience, Day Day, VideoId Video) : VideoNews(Village, Audience, Day, Video);

/// <param name="Change">The change of the sum of scores.</param>
/// <param name="Scores">1 for a first score, else 0.</param>
[NewsKind("video-scored")]
public sealed record VideoScored(RegionCode Village, Audience Audience, Day Day, VideoId Video, int Change, int Scores)
    : VideoNews(Village, Audience, Day, Video);

[NewsKind("video-reported")]
public sealed record VideoReported(RegionCode Village, Audience Audience, Day Day, VideoId Video)
    : VideoNews(Village, Audience, Day, Video);
