using System.Collections.Concurrent;
using EStation.Counting;
using EStation.Ledger;
using EStation.Showcase.Campaigns;
using EStation.Showcase.Uploads;
using EStation.Storage;
using Microsoft.Extensions.Logging;

namespace EStation.Showcase;

/// <summary>
/// Makes everything that is prepared of a video, and its files, be as its record says: after each decision at once, and after any news of
/// it in the roll-up, which also completes what a request could not.
/// </summary>
public sealed class VideoPublisher(
    VideoTable videos,
    VideoDocuments documents,
    VideoLists lists,
    RankingTable rankings,
    VideoBlobs blobs,
    ILogger<VideoPublisher> logger
) : Publisher<VideoId>(VideoCells.Kind)
{
    protected override async Task PublishAsync(IReadOnlyList<Change<VideoId>> changes)
    {
        var settled = new ConcurrentBag<VideoDocument>();
        await ForEachAsync(
            changes,
            async change =>
            {
                if (await SettleAsync(change.Key, change.ChangedIn) is { } document)
                    settled.Add(document);
            }
        );
        var byRanking = settled
            .Where(document => document.Video.PublishedAt is not null)
            .SelectMany(document => ListKey.RankingsOf(document.Video).Select(ranking => (ranking, document)))
            .GroupBy(place => place.ranking, place => place.document);
        await ForEachAsync(byRanking, ranking => RankAsync(ranking.Key, [.. ranking]));
    }

    /// <summary>Settles what a request has just stored; if storage fails now, the roll-up does it.</summary>
    public async Task SettleSoonAsync(VideoId id)
    {
        try
        {
            await SettleAsync(id, []);
        }
        catch (Exception away) when (StorageFailure.IsPassing(away))
        {
            logger.LogWarning("Video {Video} waits for the next tick to be settled: {Problem}", id, away.Message.Split('\n')[0]);
        }
    }

    private async Task<VideoDocument?> SettleAsync(VideoId id, IReadOnlyCollection<Partition> changedIn)
    {
        var settled = await OptimisticConcurrency.RetryAsync<(VideoDocument? Document, bool Exists)>(async tried =>
        {
            var present = await documents.FindAsync(id);
            if (await videos.FindAsync(id) is not { Video: var video })
                return (null, false);
            var sources = Sources.Of(present?.Document.Sources, changedIn);
            var tally = new VideoTally();
            foreach (var part in await Task.WhenAll(sources.Select(source => documents.ReadTallyAsync(source, id))))
                tally.Merge(part);

            // After a conflict the lists may have been arranged by a record that is older than the winner's.
            if (
                tried > 1
                || present?.Document is not { } before
                || before.Video.Revision != video.Revision
                || before.Tally.Reports > 0 != tally.Reports > 0
            )
                await Task.WhenAll(lists.ArrangeAsync(video, tally), ClearFilesAsync(video));
            var next = new VideoDocument(video, tally, (present?.Document.Version ?? 0) + 1, sources);
            if (!await documents.TryWriteAsync(next, present?.Read))
                return null;
            return (next, true);
        });
        return settled.Document;
    }

    // What was published is in media; of what has ended, nothing stays.
    private Task ClearFilesAsync(Video video)
    {
        if (video.Film is not { } film || video.State == VideoState.InReview)
            return Task.CompletedTask;
        return video.HasEnded
            ? Task.WhenAll(blobs.DeleteAsync(VideoBlobs.Held, film.Name), blobs.DeleteAsync(VideoBlobs.Media, film.Name))
            : blobs.DeleteAsync(VideoBlobs.Held, film.Name);
    }

    // A ranking is read before the documents that enter it anew: one that was taken down since is not brought back.
    private Task RankAsync(string name, IReadOnlyCollection<VideoDocument> changed) =>
        rankings.ChangeAsync(
            name,
            async ranking =>
            {
                var known = ranking.Entries.Select(entry => entry.Card.Id).ToHashSet();
                var current = await Task.WhenAll(
                    changed.Select(async document =>
                        known.Contains(document.Video.Id) || !document.IsPublished
                            ? document
                            : (await documents.FindAsync(document.Video.Id))!.Value.Document
                    )
                );
                return ranking.With(
                    current,
                    name.StartsWith("votes|", StringComparison.Ordinal) ? entry => entry.Tally.Votes : entry => entry.Popularity
                );
            }
        );
}
