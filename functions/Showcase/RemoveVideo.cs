using EStation.Access;
using EStation.Contests.Attempts;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase;

/// <summary>Its owner erases a video; a reviewer takes it down.</summary>
public sealed class RemoveVideo(VideoTable videos, OwnVideos own)
{
    [Function(nameof(RemoveVideo))]
    [Access(Needs.Person)]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/videos/{id}")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        if (await videos.FindAsync(id) is not { Video: var video })
            return Answer.Refuse(Refusal.NotFound);
        if (video.Owner == caller.Id)
            await own.EndAsync(video.Id, stored => stored.State == VideoState.Erased ? null : stored.Erased());
        else if (await caller.RefuseAsync([Role.Reviewer], video.Village) is { } forbidden)
            return Answer.Refuse(forbidden);
        else
            await TakeDownAsync(video, caller);
        return Answer.Nothing();
    }

    private async Task TakeDownAsync(Video video, Caller reviewer)
    {
        await own.EndAsync(video.Id, stored => stored.HasEnded ? null : stored.To(VideoState.TakenDown));
        await reviewer.RecordAsync(video.Village, video.Id.Value);
    }
}
