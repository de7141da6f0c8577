using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Campaigns;

/// <summary>Calls for videos. The same call again is answered with the one that is there.</summary>
public sealed class PostCampaign(CampaignTable campaigns, TimeProvider time)
{
    [Function(nameof(PostCampaign))]
    [Access(Role.Administrator, Region = RegionOf.Province)]
    [Takes<CampaignRequest>]
    [Answers<CampaignResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/campaigns")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await Body.ReadAsync<CampaignRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var campaign))
            return Answer.Refuse(refusal);
        var (stored, isNew) = await campaigns.AddAsync(campaign);
        await caller.RecordAsync(RegionCode.Province, stored.Id);
        var response = CampaignResponse.Of(stored, time.Now());
        return isNew ? Answer.Created(response) : Answer.Ok(response);
    }
}
