using EStation.Access;
using EStation.Http;
using EStation.Showcase.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reviews;

/// <param name="Film">The number of the submission. The decision sends it back, so that it applies to this submission.</param>
public sealed record QueuedVideoResponse(OwnVideoResponse Video, int Film, Link Preview, Link Poster);

/// <summary>Videos of a region that wait for a decision, the oldest first; or those that viewers have reported.</summary>
public sealed class ListReviews(VideoLists lists, VideoBlobs blobs, TimeProvider time)
{
    [Function(nameof(ListReviews))]
    [Access(Role.Reviewer, Region = RegionOf.Query)]
    [Answers<Page<QueuedVideoResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/reviews")] HttpRequest request)
    {
        var region = request.Caller().Region;
        var check = new Validation();
        var reported = Query.Text(request, "reported") == "true";
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);

        var videos = await lists.ReadAsync(reported ? ListKey.Reported(region) : ListKey.Queue(region), page);
        var container = reported ? VideoBlobs.Media : VideoBlobs.Held;
        var items = await Task.WhenAll(
            videos.Items.Select(async video => new QueuedVideoResponse(
                OwnVideoResponse.Of(video, time.Now()),
                video.Film!.Number,
                await blobs.ReadAsync(container, video.Film, VideoBlobs.Video),
                await blobs.ReadAsync(container, video.Film, VideoBlobs.Poster)
            ))
        );
        return Answer.Ok(new Page<QueuedVideoResponse>(items, videos.Next));
    }
}
