using EStation.Access;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase.Campaigns;

/// <summary>All campaigns; the last to open first.</summary>
public sealed class ListCampaigns(CampaignTable campaigns, TimeProvider time)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromMinutes(1);

    [Function(nameof(ListCampaigns))]
    [Access(Needs.Nothing)]
    [Answers<Page<CampaignResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/campaigns")] HttpRequest request)
    {
        var check = new Validation();
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);

        var now = time.Now();
        var all = (await campaigns.ListAsync()).Select(campaign => CampaignResponse.Of(campaign, now));
        var list = page.Take(all, campaign => $"{Paging.Falling(campaign.OpensAt)}|{campaign.Id}");
        return Answer.Public(list, Cacheable);
    }
}
