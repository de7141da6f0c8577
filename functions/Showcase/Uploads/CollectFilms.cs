using EStation.Showcase.Reviews;
using EStation.Showcase.Tellings;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Uploads;

/// <summary>Every 15 s: films that <c>films/</c> has prepared go to the reviewers; a film that cannot be shown goes back to its owner.</summary>
public sealed class CollectFilms(VideoTable videos, VideoBlobs blobs, VideoPublisher publisher, FilmOptions options, TimeProvider time)
{
    private const string Often = "*/15 * * * * *";

    [Function(nameof(CollectFilms))]
    public async Task Run([TimerTrigger(Often)] TimerInfo timer)
    {
        if (!options.Prepares)
            return;
        await foreach (var (id, film) in blobs.ListPreparedAsync())
            await CollectAsync(id, film);
    }

    private Task CollectAsync(VideoId id, string film) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            if (
                await videos.FindAsync(id) is not { Video: { State: VideoState.Preparing } video } stored
                || video.Film!.Name != film
                || await blobs.ReadPreparedAsync(film) is not { } prepared
            )
                return true; // collected, or the owner has deleted it
            var now = time.Now();
            var news = new VideoChanged(video.Village, video.Audience, Day.Of(now), id);
            var changed = prepared.Flaw is { } flaw
                ? video.Decided(Preparations.ReviewOf(video, flaw, now))
                : video.To(VideoState.InReview) with
                {
                    Film = video.Film.With(prepared),
                };
            if (
                !await videos.ChangeAsync(
                    stored,
                    changed,
                    prepared.Flaw is null ? [] : [VideoTellings.OfReview(changed, changed.Reviews[^1])],
                    news
                )
            )
                return false;
            await publisher.SettleSoonAsync(id);
            return true;
        });
}
