using EStation.Access;
using EStation.Http;
using EStation.Showcase.Campaigns;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Uploads;

/// <summary>What may be said anew of the file, when the last one has to be replaced; nothing has to.</summary>
public sealed record RenewUploadRequest(long? Size = null);

/// <summary>A fresh URL, on any device of the owner, to go on after the blocks that are there.</summary>
public sealed class RenewUpload(OwnVideos own, CampaignTable campaigns, VideoTable videos, VideoResponses responses, TimeProvider time)
{
    [Function(nameof(RenewUpload))]
    [Access(Needs.Person)]
    [Takes<RenewUploadRequest>(IsOptional = true)]
    [Answers<RenewedUploadResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/videos/{id}/upload")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        if ((await own.FindAsync(request.Caller().Id, id)).Refused(out var refusal, out var stored))
            return Answer.Refuse(refusal);
        var body = new RenewUploadRequest(Size: null);
        if (
            request.ContentType is not null
            && (await Body.ReadAsync<RenewUploadRequest>(request, cancellation)).Refused(out refusal, out body)
        )
            return Answer.Refuse(refusal);
        var check = new Validation();
        if (body.Size is not null)
            OpenVideoRequest.SizeIn(check, body.Size, (await campaigns.FindAsync(stored.Video.Campaign))?.Limits ?? VideoLimits.Usual);
        if (check.Or(() => body).Refused(out refusal, out _))
            return Answer.Refuse(refusal);

        return await OptimisticConcurrency.RetryAsync<IResult>(async tried =>
        {
            var present = tried == 1 ? stored : (await videos.FindAsync(stored.Video.Id))!;
            var video = present.Video;
            if (!video.IsOpenAt(time.Now()))
                return Answer.Refuse(ShowcaseRefusals.VideoClosed);
            if (body.Size is { } size && size != video.Size)
            {
                video = video.To(video.State) with { Size = size };
                if (!await videos.ChangeAsync(present, video))
                    return null;
            }

            return Answer.Ok(await responses.RenewedAsync(video));
        });
    }
}
