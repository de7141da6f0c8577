using EStation.Access;
using EStation.Http;
using EStation.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase;

/// <summary>Its owner erases a video; a reviewer takes it down.</summary>
public sealed class RemoveVideo(Callers callers, VideoTable videos, OwnVideos own)
{
    [Function(nameof(RemoveVideo))]
    [Answers(204)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/videos/{id}")] HttpRequest request,
        string id
    )
    {
        if ((await callers.FindAsync(request)).Refused(out var refusal, out var person))
            return Answer.Refuse(refusal);
        if (!VideoId.TryParse(id, null, out var video) || await videos.FindAsync(video) is not { Video: var found })
            return Answer.Refuse(Refusal.NotFound);
        if (found.Owner == person.Id)
            await own.EndAsync(video, stored => stored.State == VideoState.Erased ? null : stored.Erased());
        else if (await callers.RefuseAsync(person, Role.Reviewer, found.Village, nameof(RemoveVideo), id) is { } forbidden)
            return Answer.Refuse(forbidden);
        else
            await TakeDownAsync(found, person);
        return Answer.Nothing();
    }

    private async Task TakeDownAsync(Video video, Person reviewer)
    {
        await own.EndAsync(video.Id, stored => stored.HasEnded ? null : stored.To(VideoState.TakenDown));
        await callers.RecordAsync(reviewer, nameof(RemoveVideo), video.Village, video.Id.Value);
    }
}
