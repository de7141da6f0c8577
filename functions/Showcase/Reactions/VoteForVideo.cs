using EStation.Access;
using EStation.Http;
using EStation.People;
using EStation.Showcase.Campaigns;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reactions;

public sealed record VotedResponse(bool Voted, int VotesLeft);

public sealed class VoteForVideo(Viewers viewers, CampaignTable campaigns, ReactionTable reactions, ErasureTable erasures)
{
    [Function(nameof(VoteForVideo))]
    [Access(Needs.Person)]
    [Answers<VotedResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/videos/{id}/vote")] HttpRequest request,
        string id
    )
    {
        var person = request.Caller().Person;
        await campaigns.ListAsync();
        // Checked again after the read of the campaigns, as in StartAttempt.
        if (await erasures.IsErasedAsync(person.Id))
            return Answer.Refuse(AccessRefusals.TokenInvalid);
        if ((await viewers.FindAsync(person, id)).Refused(out var refusal, out var viewer))
            return Answer.Refuse(refusal);
        if (await campaigns.FindAsync(viewer.Video.Campaign) is not { } campaign)
            return Answer.Refuse(ShowcaseRefusals.VoteNotOpen);
        if (!campaign.TakesVotesAt(viewer.Now))
            return await RepeatAsync(viewer with { Day = campaign.LastVotingDay }, campaign);
        return await reactions.VoteAsync(viewer, campaign) is { } left
            ? Answer.Ok(new VotedResponse(Voted: true, left))
            : Answer.Refuse(ShowcaseRefusals.VoteNoneLeft);
    }

    // The vote may be stored although its answer was lost: a repeated request after the end must return it.
    private async Task<IResult> RepeatAsync(Viewer viewer, Campaign campaign)
    {
        var (videos, left) = await reactions.ReadVotesAsync(viewer, campaign);
        return videos.Contains(viewer.Video.Id.Value)
            ? Answer.Ok(new VotedResponse(Voted: true, left))
            : Answer.Refuse(ShowcaseRefusals.VoteNotOpen);
    }
}
