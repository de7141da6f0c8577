using EStation.Access;
using EStation.Http;
using EStation.Showcase.Campaigns;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Uploads;

/// <summary>Submits an upload after a check. The checked bytes are copied to a container that the owner cannot write, and every later step
/// uses that copy.</summary>
public sealed class SubmitVideo(
    OwnVideos own,
    CampaignTable campaigns,
    VideoTable videos,
    FilmCheck check,
    VideoPublisher publisher,
    FilmOptions options,
    TimeProvider time
)
{
    [Function(nameof(SubmitVideo))]
    [Access(Needs.Person)]
    [Answers<OwnVideoResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/videos/{id}/submit")] HttpRequest request,
        string id
    )
    {
        if ((await own.FindAsync(request.Caller().Id, id)).Refused(out var refusal, out var stored))
            return Answer.Refuse(refusal);
        return await OptimisticConcurrency.RetryAsync<IResult>(async tried =>
        {
            var present = tried == 1 ? stored : (await videos.FindAsync(stored.Video.Id))!;
            var now = time.Now();
            if (present.Video.State is VideoState.InReview or VideoState.Preparing)
                return Answer.Ok(OwnVideoResponse.Of(present.Video, now));
            if ((await SubmitAsync(present, now)).Refused(out var unfit, out var submitted))
                return Answer.Refuse(unfit);
            if (!await videos.CloseAsync(present, submitted, [], NewsOf(submitted, now)))
                return null;
            await publisher.SettleSoonAsync(submitted.Id);
            return Answer.Ok(OwnVideoResponse.Of(submitted, now));
        });
    }

    private async Task<Result<Video>> SubmitAsync(StoredVideo stored, DateTimeOffset now)
    {
        var video = stored.Video;
        if (!video.IsOpenAt(now))
            return ShowcaseRefusals.VideoClosed;
        var campaign = await campaigns.FindAsync(video.Campaign);
        if (campaign is not null && video.Film is null && campaign.StateAt(now) != CampaignState.Open)
            return ShowcaseRefusals.CampaignNotOpen; // a returned video may still be corrected
        if ((await check.CheckAsync(video, campaign?.Limits ?? VideoLimits.Usual, now)).Refused(out var refusal, out var film))
            return refusal;
        return video.To(options.Prepares ? VideoState.Preparing : VideoState.InReview) with { Film = film };
    }

    private static VideoNews NewsOf(Video video, DateTimeOffset now) =>
        video.Film!.Number == 1
            ? new VideoSubmitted(video.Village, video.Audience, Day.Of(now), video.Id, video.Owner)
            : new VideoChanged(video.Village, video.Audience, Day.Of(now), video.Id);
}
