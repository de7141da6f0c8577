using System.Text.Json.Serialization;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Showcase;

/// <summary>Something happened to a video. The place is always its owner's.</summary>
public abstract record VideoNews(RegionCode Village, Audience Audience, Day Day, VideoId Video) : CountedNews(Village, Audience, Day)
{
    /// <summary>Also where nothing is counted: what is prepared of the video has to be prepared again.</summary>
    [JsonIgnore]
    protected override IEnumerable<Cell> OwnCells => [VideoCells.Tally(Video)];
}

/// <summary>It was submitted for the first time.</summary>
/// <param name="Owner">By id.</param>
[NewsKind("video-submitted")]
public sealed record VideoSubmitted(RegionCode Village, Audience Audience, Day Day, VideoId Video, string Owner)
    : VideoNews(Village, Audience, Day, Video)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.VideosSubmitted, 1)];

    [JsonIgnore]
    public override string? Reached => Owner;
}

/// <summary>A reviewer published it.</summary>
[NewsKind("video-published")]
public sealed record VideoPublished(RegionCode Village, Audience Audience, Day Day, VideoId Video)
    : VideoNews(Village, Audience, Day, Video)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.VideosPublished, 1)];
}

/// <summary>It was sent again, returned, rejected, taken down or erased.</summary>
[NewsKind("video-changed")]
public sealed record VideoChanged(RegionCode Village, Audience Audience, Day Day, VideoId Video) : VideoNews(Village, Audience, Day, Video);

/// <summary>Somebody saw it, for the first time in this hour.</summary>
[NewsKind("video-viewed")]
public sealed record VideoViewed(RegionCode Village, Audience Audience, Day Day, VideoId Video) : VideoNews(Village, Audience, Day, Video)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.VideoViews, 1)];
}

/// <summary>Somebody likes it, or no longer.</summary>
/// <param name="Change">1 or -1.</param>
[NewsKind("video-liked")]
public sealed record VideoLiked(RegionCode Village, Audience Audience, Day Day, VideoId Video, int Change)
    : VideoNews(Village, Audience, Day, Video)
{
    [JsonIgnore]
    public override IEnumerable<(Metric Metric, int Count)> Counts => [(Metric.VideoLikes, Change)];
}

/// <summary>Somebody voted for it.</summary>
[NewsKind("video-voted")]
public sealed record VideoVoted(RegionCode Village, Audience Audience, Day Day, VideoId Video) : VideoNews(Village, Audience, Day, Video);

/// <summary>A juror scored it, or thought again.</summary>
/// <param name="Change">Of the sum of scores.</param>
/// <param name="Scores">1 for a first score, else 0.</param>
[NewsKind("video-scored")]
public sealed record VideoScored(RegionCode Village, Audience Audience, Day Day, VideoId Video, int Change, int Scores)
    : VideoNews(Village, Audience, Day, Video);

/// <summary>Somebody found something wrong with it.</summary>
[NewsKind("video-reported")]
public sealed record VideoReported(RegionCode Village, Audience Audience, Day Day, VideoId Video)
    : VideoNews(Village, Audience, Day, Video);
