using EStation.Access;
using EStation.Http;
using EStation.Showcase.Campaigns;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reactions;

/// <param name="Voted">Today.</param>
/// <param name="VotesLeft">Today, in its campaign; null when no votes are taken.</param>
public sealed record ReactionsResponse(bool Liked, bool Voted, int? VotesLeft);

/// <summary>What I have done with a video: phones forget, and there may be several.</summary>
public sealed class GetReactions(Viewers viewers, CampaignTable campaigns, ReactionTable reactions)
{
    [Function(nameof(GetReactions))]
    [Access(Needs.Person)]
    [Answers<ReactionsResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/videos/{id}/reactions")] HttpRequest request,
        string id
    )
    {
        if ((await viewers.FindAsync(request.Caller().Person, id)).Refused(out var refusal, out var viewer))
            return Answer.Refuse(refusal);
        var campaign = await campaigns.FindAsync(viewer.Video.Campaign) is { } found && found.TakesVotesAt(viewer.Now) ? found : null;
        var liked = reactions.LikesAsync(viewer);
        (IReadOnlyCollection<string> Videos, int Left)? votes = campaign is null ? null : await reactions.ReadVotesAsync(viewer, campaign);
        return Answer.Ok(new ReactionsResponse(await liked, votes?.Videos.Contains(viewer.Video.Id.Value) ?? false, votes?.Left));
    }
}
