using EStation.Counting;
using EStation.Regions;
using EStation.Showcase.Reactions;

namespace EStation.Showcase;

/// <summary>Videos, views and likes, from their records.</summary>
public sealed class VideoRecount(ReactionTable reactions, VideoTable videos) : IRecount
{
    public IReadOnlySet<Metric> Metrics { get; } =
        new HashSet<Metric> { Metric.VideosSubmitted, Metric.VideosPublished, Metric.VideoViews, Metric.VideoLikes };

    public async IAsyncEnumerable<Counted> CountAsync(RegionCode county)
    {
        await foreach (var video in videos.ReadAllAsync(county))
        {
            if (video.FirstSubmittedAt is { } submitted)
                yield return new Counted(video.Village, Day.Of(submitted), video.Audience, Metric.VideosSubmitted, 1, video.Owner);
            if (video.PublishedAt is { } published)
                yield return new Counted(video.Village, Day.Of(published), video.Audience, Metric.VideosPublished, 1);
        }

        await foreach (var (village, audience, day) in reactions.ReadViewsAsync(county))
            yield return new Counted(village, day, audience, Metric.VideoViews, 1);

        await foreach (var (village, history) in reactions.ReadLikesAsync(county))
        {
            foreach (var change in history.Changes)
                yield return new Counted(village, change.Day, change.Audience, Metric.VideoLikes, change.Count);
        }
    }
}
