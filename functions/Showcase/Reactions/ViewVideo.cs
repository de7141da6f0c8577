using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reactions;

public sealed record ViewedResponse(bool Viewed);

/// <summary>Counts a view: once a person and hour.</summary>
public sealed class ViewVideo(Viewers viewers, ReactionTable reactions)
{
    [Function(nameof(ViewVideo))]
    [Access(Needs.Person)]
    [Answers<ViewedResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/videos/{id}/views")] HttpRequest request,
        string id
    )
    {
        if ((await viewers.FindAsync(request.Caller().Person, id)).Refused(out var refusal, out var viewer))
            return Answer.Refuse(refusal);
        await reactions.ViewAsync(viewer);
        return Answer.Ok(new ViewedResponse(Viewed: true));
    }
}
