using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reactions;

/// <summary>Likes a video no longer.</summary>
public sealed class UnlikeVideo(Viewers viewers, ReactionTable reactions)
{
    [Function(nameof(UnlikeVideo))]
    [Access(Needs.Person)]
    [Answers<LikedResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/videos/{id}/like")] HttpRequest request,
        string id
    )
    {
        if ((await viewers.FindAsync(request.Caller().Person, id)).Refused(out var refusal, out var viewer))
            return Answer.Refuse(refusal);
        await reactions.LikeAsync(viewer, liked: false);
        return Answer.Ok(new LikedResponse(Liked: false));
    }
}
