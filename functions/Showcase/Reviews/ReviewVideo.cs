using EStation.Access;
using EStation.Http;
using EStation.Regions;
using EStation.Showcase.Tellings;
using EStation.Showcase.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reviews;

/// <summary>Decides on a film, on an appeal, or that a reported film stays. The first reviewer decides; the second gets a refusal.</summary>
public sealed class ReviewVideo(VideoTable videos, VideoBlobs blobs, Reporting reporting, VideoPublisher publisher, TimeProvider time)
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
        var place = await reviewer.WidestAsync(Role.Reviewer, stored.Video.Village);
        return await DecideAsync(stored, reviewer, place!.Value, verdict);
    }

    private Task<IResult> DecideAsync(StoredVideo known, Caller reviewer, RegionCode place, Verdict verdict) =>
        OptimisticConcurrency.RetryAsync<IResult>(async tried =>
        {
            var stored = tried == 1 ? known : await ReloadAsync(known);
            var video = stored.Video;
            var now = time.Now();
            var review = verdict.By(reviewer.Id, place, video.Film!, now);
            if (verdict.Film != video.Film!.Number)
                return Answer.Refuse(ShowcaseRefusals.ReviewOutdated);
            if (video.Reviews is [.., var last] && last.IsSameAs(review))
            {
                await RecordAsync(reviewer, video, review); // the first request may have failed before this
                return Answer.Ok(OwnVideoResponse.Of(video, now));
            }

            if (video.State == VideoState.Published && verdict is { Decision: FilmDecision.Publish, AsksForSecond: false })
                return await DismissReportsAsync(stored, reviewer, now);
            if (video.State != VideoState.InReview && !video.IsAppealed)
                return Answer.Refuse(Refusal.ReviewDecided);
            if (!ReviewRules.MayDecide(video, reviewer.Id, place))
                return Answer.Refuse(ShowcaseRefusals.ReviewByAnother);
            if (ReviewRules.Refuse(video, review) is { } refusal)
                return Answer.Refuse(refusal);
            if (await StoreAsync(stored, review) is not { } decided)
                return null;
            await RecordAsync(reviewer, video, review);
            await publisher.SettleSoonAsync(video.Id);
            return Answer.Ok(OwnVideoResponse.Of(decided, now));
        });

    /// <returns>Null after an ETag conflict.</returns>
    private async Task<IResult?> DismissReportsAsync(StoredVideo stored, Caller reviewer, DateTimeOffset now)
    {
        var video = stored.Video;
        if (await reporting.FindOpenAsync(video, reviewer.Id) is not { } settled)
            return video.Settled?.Reviewer == reviewer.Id
                ? Answer.Ok(OwnVideoResponse.Of(video, now))
                : Answer.Refuse(Refusal.ReviewDecided);
        var dismissed = video.To(video.State) with { Settled = settled };
        if (!await videos.ChangeAsync(stored, dismissed, [VideoTellings.OfDismissal(video, dismissed, now)], ChangeOf(dismissed, now)))
            return null;
        await reviewer.RecordAsync(video.Village, $"{video.Id} {video.Film!.Number} reports");
        await publisher.SettleSoonAsync(video.Id);
        return Answer.Ok(OwnVideoResponse.Of(dismissed, now));
    }

    private static Task RecordAsync(Caller reviewer, Video video, FilmReview review) =>
        reviewer.RecordAsync(
            video.Village,
            $"{video.Id} {review.Film} {review.Decision} {review.Reason}{(review.AsksForSecond ? " second" : "")}".TrimEnd()
        );

    private async Task<StoredVideo> ReloadAsync(StoredVideo before)
    {
        var now = (await videos.FindAsync(before.Video.Id))!;
        if (now.Read == before.Read)
            throw new InvalidOperationException($"Film {before.Video.Film!.Name} is in review and is not held.");
        // A concurrent decision may have cleared the files before our copy arrived.
        if (now.Video.Film!.Name != before.Video.Film!.Name || now.Video.State is not (VideoState.InReview or VideoState.Published))
            await blobs.DeleteAsync(VideoBlobs.Media, before.Video.Film.Name);
        return now;
    }

    /// <returns>Null after an ETag conflict.</returns>
    private async Task<Video?> StoreAsync(StoredVideo stored, FilmReview review)
    {
        var decided = stored.Video.Decided(review);
        // The copy comes before the record: without the record no URL leads to it.
        if (decided.State == VideoState.Published && !await blobs.PublishAsync(stored.Video.Film!))
            return null;
        if (stored.Video.State == VideoState.TakenDown && decided.State == VideoState.Published)
            decided = decided with { Settled = await reporting.FindOpenAsync(stored.Video, review.Reviewer) ?? decided.Settled };
        return await videos.ChangeAsync(stored, decided, TellingsOf(stored.Video, decided, review), NewsOf(stored.Video, decided, review))
            ? decided
            : null;
    }

    private static IReadOnlyList<Inbox.Telling> TellingsOf(Video before, Video decided, FilmReview review) =>
        review.AsksForSecond ? []
        : before.IsAppealed
            ?
            [
                VideoTellings.OfAppeal(decided, review),
                .. decided.Settled == before.Settled ? [] : new[] { VideoTellings.OfDismissal(before, decided, review.DecidedAt) },
            ]
        : [VideoTellings.OfReview(decided, review)];

    // A film that an appeal brings back was counted when it was published.
    private static VideoNews NewsOf(Video before, Video decided, FilmReview review) =>
        decided.State == VideoState.Published && before.PublishedAt is null
            ? new VideoPublished(decided.Village, decided.Audience, Day.Of(review.DecidedAt), decided.Id)
            : ChangeOf(decided, review.DecidedAt);

    private static VideoChanged ChangeOf(Video video, DateTimeOffset now) => new(video.Village, video.Audience, Day.Of(now), video.Id);
}
