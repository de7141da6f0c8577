using System.Net;
using EStation.Testing;

namespace EStation.Showcase.Campaigns;

public class CampaignTests(TestStorage storage)
{
    [Fact]
    public async Task An_administrator_calls_and_changes_and_the_same_call_again_is_one_campaign()
    {
        await using var host = await Stage.StartAsync(storage);
        var administrator = await Stage.ReviewerAsync(host);
        var call = Stage.Campaign(host.Time.GetUtcNow());
        var made = await administrator.PostAsync("api/campaigns", call);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = (string)(await Farmer.JsonOf(made))["id"]!;
        var again = await administrator.PostAsync("api/campaigns", call);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(id, (string)(await Farmer.JsonOf(again))["id"]!);
        await Farmer.JsonOf(await administrator.PutAsync($"api/campaigns/{id}", Stage.Campaign(host.Time.GetUtcNow(), "冬闲")));

        var list = (await Farmer.JsonOf(await host.Http.GetAsync("api/campaigns?lang=zh")))["items"]!.AsArray();
        Assert.Equal(["冬闲", "吉林省新农民微视频展播"], list.Select(campaign => (string)campaign!["title"]!));
        Assert.Equal("가을걷이", (string)(await Farmer.JsonOf(await host.Http.GetAsync("api/campaigns?lang=ko")))["items"]![0]!["title"]!);
    }

    [Fact]
    public async Task Nobody_else_calls_and_a_bad_call_is_refused_field_by_field()
    {
        await using var host = await Stage.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(await farmer.PostAsync("api/campaigns", Stage.Campaign(host.Time.GetUtcNow())), HttpStatusCode.Forbidden)
        );
        var administrator = await Stage.ReviewerAsync(host);
        Assert.Equal(
            "must be later than opensAt",
            await Filmmaker.ReasonOf(
                await administrator.PostAsync("api/campaigns", Stage.Campaign(host.Time.GetUtcNow(), closes: -2)),
                "closesAt"
            )
        );
        Assert.Equal("is missing", await Filmmaker.ReasonOf(await administrator.PostAsync("api/campaigns", new { }), "title"));
        Assert.Equal(
            "not-found",
            await Farmer.RefusalOf(
                await administrator.PutAsync("api/campaigns/none", Stage.Campaign(host.Time.GetUtcNow())),
                HttpStatusCode.NotFound
            )
        );
    }

    [Fact]
    public async Task A_campaign_that_has_closed_takes_nothing_more_but_what_a_reviewer_returned()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var campaign = (string)
            (await Farmer.JsonOf(await reviewer.PostAsync("api/campaigns", Stage.Campaign(host.Time.GetUtcNow()))))["id"]!;
        var farmer = await Farmer.SignUpAsync(host);
        var returned = await farmer.SubmitVideoAsync("to be returned", campaign);
        await Farmer.JsonOf(await reviewer.DecideAsync(returned, "return", "声音太小"));
        var open = await farmer.OpenVideoAsync(Clip.Field.Length, "too late", campaign);
        await Filmmaker.UploadBothAsync(open);

        host.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(
            "campaign.not-open",
            await Farmer.RefusalOf(await farmer.PostAsync($"api/videos/{open["id"]}/submit"), HttpStatusCode.Conflict)
        );
        Assert.Equal(
            "campaign.not-open",
            await Farmer.RefusalOf(
                await farmer.PostAsync("api/videos", Filmmaker.Announcement(1000, campaign: campaign)),
                HttpStatusCode.Conflict
            )
        );
        Assert.Equal("inReview", (string)(await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{returned}/submit")))["state"]!);
    }
}
