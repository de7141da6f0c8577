using EStation.Access;
using EStation.Http;
using EStation.Showcase.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reviews;

/// <summary>Decides on a film. One reviewer decides; whoever comes second is told.</summary>
public sealed class ReviewVideo(VideoTable videos, VideoBlobs blobs, VideoPublisher publisher, TimeProvider time)
{
    [Function(nameof(ReviewVideo))]
    [Access(Role.Reviewer)]
    [Takes<ReviewVideoRequest>]
    [Answers<OwnVideoResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/videos/{id}/reviews")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var reviewer = request.Caller();
        if ((await reviewer.FindAsync(videos.FindAsync(id), found => found.Video.Village)).Refused(out var refusal, out var stored))
            return Answer.Refuse(refusal);
        if (stored.Video.Film is null)
            return Answer.Refuse(Refusal.NotFound);
        if (stored.Video.Owner == reviewer.Id)
            return Answer.Refuse(AccessRefusals.RoleMissing);
        if ((await Body.ReadAsync<ReviewVideoRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var verdict))
            return Answer.Refuse(refusal);
        return await DecideAsync(stored, reviewer, verdict);
    }

    private Task<IResult> DecideAsync(StoredVideo known, Caller reviewer, Verdict verdict) =>
        OptimisticConcurrency.RetryAsync<IResult>(async tried =>
        {
            var stored = tried == 1 ? known : await ReloadAsync(known);
            var video = stored.Video;
            var film = video.Film!;
            var now = time.Now();
            var review = new FilmReview(
                film.Number,
                film.SubmittedAt,
                reviewer.Id,
                verdict.Decision,
                verdict.Reason,
                verdict.Scientific,
                now
            );
            if (verdict.Film != film.Number)
                return Answer.Refuse(ShowcaseRefusals.ReviewOutdated);
            if (video.Reviews is [.., var last] && last.IsSameAs(review))
            {
                await RecordAsync(reviewer, video, review); // the first time it may not have come to that
                return Answer.Ok(OwnVideoResponse.Of(video, now));
            }

            if (video.State != VideoState.InReview)
                return Answer.Refuse(Refusal.ReviewDecided);
            if (review.Decision == FilmDecision.Return && video.Reviews.Count >= Video.MostReviews - 1)
                return Answer.Refuse(ShowcaseRefusals.ReviewReturnsUsedUp);
            if (await StoreAsync(stored, review) is not { } decided)
                return null;
            await RecordAsync(reviewer, video, review);
            await publisher.SettleSoonAsync(video.Id);
            return Answer.Ok(OwnVideoResponse.Of(decided, now));
        });

    private static Task RecordAsync(Caller reviewer, Video video, FilmReview review) =>
        reviewer.RecordAsync(video.Village, $"{video.Id} {video.Film!.Number} {review.Decision}");

    private async Task<StoredVideo> ReloadAsync(StoredVideo before)
    {
        var now = (await videos.FindAsync(before.Video.Id))!;
        if (now.Read == before.Read)
            throw new InvalidOperationException($"Film {before.Video.Film!.Name} is in review and is not held.");
        // Whoever was faster may have cleared the files before the copy of ours was there.
        if (now.Video.Film!.Name != before.Video.Film!.Name || now.Video.State is not (VideoState.InReview or VideoState.Published))
            await blobs.DeleteAsync(VideoBlobs.Media, before.Video.Film.Name);
        return now;
    }

    /// <returns>Null when somebody else was faster.</returns>
    private async Task<Video?> StoreAsync(StoredVideo stored, FilmReview review)
    {
        // Before anybody can be sent there; without the record nobody ever is.
        if (review.Decision == FilmDecision.Publish && !await blobs.PublishAsync(stored.Video.Film!))
            return null;
        var decided = stored.Video.Decided(review);
        return await videos.ChangeAsync(stored, decided, NewsOf(decided, review)) ? decided : null;
    }

    private static VideoNews NewsOf(Video video, FilmReview review) =>
        review.Decision == FilmDecision.Publish
            ? new VideoPublished(video.Village, video.Audience, Day.Of(review.DecidedAt), video.Id)
            : new VideoChanged(video.Village, video.Audience, Day.Of(review.DecidedAt), video.Id);
}
