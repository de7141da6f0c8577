using EStation.Access;
using EStation.Http;
using EStation.Regions;
using EStation.Showcase.Campaigns;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Showcase;

public enum VideoOrder
{
    Newest,
    Popular,
}

/// <summary>Published videos by campaign, theme and region: one read a page, however many there are.</summary>
public sealed class ListVideos(CampaignTable campaigns, VideoLists lists, RankingTable rankings, VideoCards cards, Divisions divisions)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromSeconds(30);

    [Function(nameof(ListVideos))]
    [Access(Needs.Nothing)]
    [Answers<Page<VideoCardResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/videos")] HttpRequest request)
    {
        var check = new Validation();
        var region = Query.Parsed<RegionCode>(request, "region", check) ?? RegionCode.Province;
        check.Check(divisions.Find(region) is not null, "region", "is no division of the province");
        var campaign = check.OptionalText("campaign", Query.Text(request, "campaign"), 64);
        check.Check(campaign is null || await campaigns.FindAsync(campaign) is not null, "campaign", "is not there");
        var theme = check.OptionalText("theme", Query.Text(request, "theme"), 64);
        var order = Query.Enum<VideoOrder>(request, "sort", check) ?? VideoOrder.Newest;
        var paging = Paging.Of(request, check);
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);

        theme = theme is null ? null : await NameOfAsync(theme);
        var list =
            order == VideoOrder.Newest
                ? await ReadNewestAsync(ListKey.Newest(campaign, theme, region), page)
                : await ReadPopularAsync(ListKey.Popular(campaign, theme, region), page);
        return Answer.Public(list, Cacheable);
    }

    // A theme is kept by its Chinese text, and may be asked for in any language.
    private async Task<string> NameOfAsync(string theme) =>
        (await campaigns.ListAsync()).Select(campaign => campaign.FindTheme(theme)).FirstOrDefault(found => found is not null)?.Zh ?? theme;

    private async Task<Page<VideoCardResponse>> ReadNewestAsync(string list, Paging page)
    {
        var videos = await lists.ReadAsync(list, page);
        return new Page<VideoCardResponse>(
            await Task.WhenAll(videos.Items.Select(video => cards.OfAsync(VideoCard.Of(video), null))),
            videos.Next
        );
    }

    private async Task<Page<VideoCardResponse>> ReadPopularAsync(string list, Paging page)
    {
        var ranked = page.Take((await rankings.FindAsync(list)).Entries.Take(Ranking.Shown).Index(), entry => Paging.Place(entry.Index));
        return new Page<VideoCardResponse>(
            await Task.WhenAll(ranked.Items.Select(entry => cards.OfAsync(entry.Item.Card, entry.Item.Tally))),
            ranked.Next
        );
    }
}
