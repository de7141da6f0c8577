using EStation.Access;
using EStation.Http;
using EStation.People;
using EStation.Showcase.Campaigns;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Reactions;

public sealed record VotedResponse(bool Voted, int VotesLeft);

/// <summary>Votes for a video in its campaign: so many videos a person and day.</summary>
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
        // Again, after the campaigns, as StartAttempt does.
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

    // The vote may have been given in time, and its answer lost: whoever repeats it then must learn so.
    private async Task<IResult> RepeatAsync(Viewer viewer, Campaign campaign)
    {
        var (videos, left) = await reactions.ReadVotesAsync(viewer, campaign);
        return videos.Contains(viewer.Video.Id.Value)
            ? Answer.Ok(new VotedResponse(Voted: true, left))
            : Answer.Refuse(ShowcaseRefusals.VoteNotOpen);
    }
}
