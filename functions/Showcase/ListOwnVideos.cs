using EStation.Http;
using EStation.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase;

/// <summary>My videos in every state, with what reviewers said; the newest first.</summary>
public sealed class ListOwnVideos(Callers callers, VideoTable videos, TimeProvider time)
{
    [Function(nameof(ListOwnVideos))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/me/videos")] HttpRequest request)
    {
        if ((await callers.FindAsync(request)).Refused(out var refusal, out var person))
            return Answer.Refuse(refusal);
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out refusal, out var page))
            return Answer.Refuse(refusal);

        var now = time.Now();
        var mine = person.Place is { } place ? await videos.ReadOwnAsync(place.County, person.Id) : [];
        var shown = mine.Where(video => video.State != VideoState.Erased).Reverse().Select(video => OwnVideoResponse.Of(video, now));
        return Answer.Ok(page.Take(shown, video => video.Id.Value));
    }
}
