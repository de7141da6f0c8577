using EStation.Access;
using EStation.Http;
using EStation.People;
using EStation.Showcase.Campaigns;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Uploads;

/// <summary>Opens an upload. A repeated announcement returns the upload that it opened.</summary>
public sealed class OpenVideo(CampaignTable campaigns, VideoTable videos, VideoResponses responses, FilmOptions options, TimeProvider time)
{
    [Function(nameof(OpenVideo))]
    [Access(Needs.Person)]
    [Takes<OpenVideoRequest>]
    [Answers<OpenedVideoResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/videos")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var person = request.Caller().Person;
        if ((await Body.ReadAsync<OpenVideoRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        var campaign = await campaigns.FindAsync(body.Campaign);
        if (body.Parse(campaign, options).Refused(out refusal, out var draft))
            return Answer.Refuse(refusal);
        if (person.Place is not { } place)
            return Answer.Refuse(PeopleRefusals.ProfileIncomplete);
        var video = NewVideo(person, place, campaign, draft);
        return await OpenAsync(
            video,
            body.Announcement,
            isTaken: campaign is null || campaign.StateAt(video.OpenedAt) == CampaignState.Open
        );
    }

    private Task<IResult> OpenAsync(Video video, string announcement, bool isTaken) =>
        OptimisticConcurrency.RetryAsync<IResult>(async _ =>
        {
            var (stored, read) = await videos.ReadOpenAsync(video.Id.County, video.Owner);
            var uploads = stored.At(video.OpenedAt);
            if (uploads.Find(announcement) is { } before && await videos.FindAsync(before.Id) is { } known)
                return Answer.Ok(await responses.OpenedAsync(known.Video));
            if (!isTaken)
                return Answer.Refuse(ShowcaseRefusals.CampaignNotOpen);
            if (uploads.AreTooMany)
                return Answer.Refuse(ShowcaseRefusals.VideoTooManyOpen);
            if (await videos.OpenAsync(video, uploads.With(new OpenUpload(video.Id, announcement, video.UploadEndsAt)), read))
                return Answer.Created(await responses.OpenedAsync(video));
            return null;
        });

    private Video NewVideo(Person person, Place place, Campaign? campaign, Draft draft)
    {
        var now = time.Now();
        return new Video(
            VideoId.New(place.County),
            person.Id,
            person.MaskedName,
            place.Village,
            person.AudienceAt(now),
            campaign?.Id,
            draft.Title,
            draft.Description,
            draft.Theme,
            draft.Language,
            draft.Size,
            draft.ContentType,
            now
        )
        {
            Field = draft.Field,
            FieldAtOpening = draft.Field,
        };
    }
}
