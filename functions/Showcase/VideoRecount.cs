using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Showcase;

/// <summary>Videos, views and likes, from their records.</summary>
public sealed class VideoRecount(LedgerTable table, VideoTable videos) : IRecount
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

        await foreach (var row in table.ReadRange(county, "view|"))
        {
            var (village, audience, at) = ReactionTable.ViewOf(row);
            yield return new Counted(village, Day.Of(at), audience, Metric.VideoViews, 1);
        }

        await foreach (var row in table.ReadRange(county, "like|"))
        {
            var (village, history) = ReactionTable.LikeOf(row);
            foreach (var change in history.Changes)
                yield return new Counted(village, change.Day, change.Audience, Metric.VideoLikes, change.Count);
        }
    }
}
