using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Campaigns;

/// <summary>Changes a campaign; videos that were sent before keep their theme.</summary>
public sealed class PutCampaign(CampaignTable campaigns, TimeProvider time)
{
    [Function(nameof(PutCampaign))]
    [Access(Role.Administrator, Region = RegionOf.Province)]
    [Takes<CampaignRequest>]
    [Answers<CampaignResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/campaigns/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if (await campaigns.FindAsync(id) is null)
            return Answer.Refuse(Refusal.NotFound);
        if ((await Body.ReadAsync<CampaignRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(id).Refused(out refusal, out var campaign))
            return Answer.Refuse(refusal);
        if (!await campaigns.ReplaceAsync(campaign))
            return Answer.Refuse(Refusal.NotFound);
        await caller.RecordAsync(RegionCode.Province);
        return Answer.Ok(CampaignResponse.Of(campaign, time.Now()));
    }
}
