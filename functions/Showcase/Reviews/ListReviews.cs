using EStation.Access;
using EStation.Http;
using EStation.Showcase.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reviews;

/// <summary>A video to decide on.</summary>
/// <param name="Film">Which submission: sent back with the decision, it makes sure that this one is decided.</param>
public sealed record QueuedVideoResponse(OwnVideoResponse Video, int Film, Link Preview, Link Poster);

/// <summary>What waits for a decision in a region, the oldest first; or what viewers have reported there.</summary>
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
