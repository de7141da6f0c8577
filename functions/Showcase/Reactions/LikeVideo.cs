using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reactions;

public sealed record LikedResponse(bool Liked);

/// <summary>Likes a video: once a person.</summary>
public sealed class LikeVideo(Viewers viewers, ReactionTable reactions)
{
    [Function(nameof(LikeVideo))]
    [Access(Needs.Person)]
    [Answers<LikedResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/videos/{id}/like")] HttpRequest request,
        string id
    )
    {
        if ((await viewers.FindAsync(request.Caller().Person, id)).Refused(out var refusal, out var viewer))
            return Answer.Refuse(refusal);
        return await reactions.LikeAsync(viewer, liked: true)
            ? Answer.Ok(new LikedResponse(Liked: true))
            : Answer.Refuse(ShowcaseRefusals.LikeChangedTooOften);
    }
}
