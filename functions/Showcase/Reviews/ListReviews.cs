using EStation.Access;
using EStation.Http;
using EStation.Showcase.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reviews;

/// <summary>Videos of a region that wait for a decision, the oldest first; or those that viewers have reported.</summary>
public sealed class ListReviews(VideoLists lists, VideoBlobs blobs, TimeProvider time)
{
    [Function(nameof(ListReviews))]
    [Access(Role.Reviewer, Region = RegionOf.Query)]
    [Answers<Page<QueuedVideoResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/reviews")] HttpRequest request)
    {
        var caller = request.Caller();
        var check = new Validation();
        var reported = Query.Text(request, "reported") == "true";
        var field = Query.Enum<ScientificField>(request, "field", check);
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);

        var list = reported ? ListKey.Reported(caller.Region) : ListKey.Queue(caller.Region, field);
        var videos = await lists.ReadAsync(list, page);
        var items = await Task.WhenAll(videos.Items.Select(video => ResponseOfAsync(caller, video)));
        return Answer.Ok(new Page<QueuedVideoResponse>(items, videos.Next));
    }

    private async Task<QueuedVideoResponse> ResponseOfAsync(Caller caller, Video video)
    {
        var (container, since) = video switch
        {
            { IsAppealed: true } => (VideoBlobs.Kept, video.Appeal!.At),
            { State: VideoState.InReview } => (VideoBlobs.Held, video.Film!.SubmittedAt),
            _ => (VideoBlobs.Media, video.PublishedAt!.Value),
        };
        var place = await caller.WidestAsync(Role.Reviewer, video.Village) ?? caller.Region;
        return new QueuedVideoResponse(
            video.Id,
            video.IsAppealed ? ReviewKind.Appeal : ReviewKind.Film,
            video.Film!.Number,
            video.Title,
            video.Field,
            video.Language,
            since,
            video.WaitsForSecond is not null,
            ReviewRules.MayDecide(video, caller.Id, place),
            await blobs.ReadAsync(container, video.Film, video.Film.VideoPart),
            await blobs.ReadAsync(container, video.Film, video.Film.PosterPart),
            await Task.WhenAll((video.Film.Prepared?.FrameParts ?? []).Select(part => blobs.ReadAsync(container, video.Film, part))),
            OwnVideoResponse.Of(video, time.Now())
        );
    }
}
