using System.Collections.Concurrent;
using EStation.Counting;
using EStation.Ledger;
using EStation.Showcase.Campaigns;
using EStation.Showcase.Uploads;
using EStation.Storage;
using Microsoft.Extensions.Logging;

namespace EStation.Showcase;

/// <summary>Brings the prepared documents and the files of a video in line with its record: after each decision at once, and in the
/// roll-up, which also completes interrupted requests.</summary>
public sealed class VideoPublisher(
    VideoTable videos,
    VideoDocuments documents,
    VideoLists lists,
    RankingTable rankings,
    VideoBlobs blobs,
    TimeProvider time,
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

    /// <summary>Settles a stored change; if storage fails now, the roll-up does it.</summary>
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

            // After a conflict, an older record may have arranged the lists after the winner.
            if (
                tried > 1
                || present?.Document is not { } before
                || before.Video.Revision != video.Revision
                || before.Video.HasOpenReports(before.Tally) != video.HasOpenReports(tally)
            )
                await Task.WhenAll(lists.ArrangeAsync(video, tally), ClearFilesAsync(video));
            var next = new VideoDocument(video, tally, (present?.Document.Version ?? 0) + 1, sources);
            if (!await documents.TryWriteAsync(next, present?.Read))
                return null;
            return (next, true);
        });
        return settled.Document;
    }

    // A published film is in media. An ended video keeps no files but for an appeal, where no URL leads that was ever handed out.
    private async Task ClearFilesAsync(Video video)
    {
        if (video.Film is not { } film || video.State is VideoState.InReview or VideoState.Preparing)
            return;
        var keeps = video.KeepsFilmAt(time.GetUtcNow());
        if (keeps)
            await blobs.KeepAsync(film);
        await Task.WhenAll(
            blobs.DeleteAsync(VideoBlobs.Held, film.Name),
            video.HasEnded ? blobs.DeleteAsync(VideoBlobs.Media, film.Name) : Task.CompletedTask,
            keeps || video.Reviews.Count == 0 ? Task.CompletedTask : blobs.DeleteAsync(VideoBlobs.Kept, film.Name)
        );
    }

    // The ranking is read before the documents, so that a video taken down meanwhile does not come back.
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
