using System.Net;
using EStation.Testing;

namespace EStation.Showcase;

/// <summary>After a 503 repeating tells, also when the time for it is over meanwhile.</summary>
public class RepeatingTests(TestStorage storage)
{
    [Fact]
    public async Task A_vote_given_at_the_end_of_the_last_day()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var midnight = Day.Of(host.Time.GetUtcNow().AddHours(2)).End;
        var campaign = await CampaignAsync(reviewer, Stage.Campaign(midnight, opens: -3, closes: 1, votingOpens: -3, votingCloses: 0));
        var (video, other) = (
            await Stage.PublishAsync(host, reviewer, campaign: campaign),
            await Stage.PublishAsync(host, reviewer, campaign: campaign)
        );
        var farmer = await Farmer.SignUpAsync(host);
        host.Time.Advance(midnight - host.Time.GetUtcNow() - TimeSpan.FromMinutes(1));
        await UnansweredAsync(host, () => farmer.PutAsync($"api/videos/{video}/vote", new { }));

        host.Time.Advance(TimeSpan.FromMinutes(2));
        var told = await Farmer.JsonOf(await farmer.PutAsync($"api/videos/{video}/vote", new { }));
        Assert.Equal((true, 2), ((bool)told["voted"]!, (int)told["votesLeft"]!));
        Assert.Equal(
            "vote.not-open",
            await Farmer.RefusalOf(await farmer.PutAsync($"api/videos/{other}/vote", new { }), HttpStatusCode.Conflict)
        );
        await host.RollUpAsync();
        Assert.Equal(1, (int)(await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{video}")))["votes"]!);
    }

    [Fact]
    public async Task A_score()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var campaign = await CampaignAsync(reviewer, Stage.Campaign(host.Time.GetUtcNow()));
        var video = await Stage.PublishAsync(host, reviewer, campaign: campaign);
        await Farmer.JsonOf(await (await Farmer.SignUpAsync(host)).PutAsync($"api/videos/{video}/vote", new { }));
        await host.RollUpAsync();
        host.Time.Advance(TimeSpan.FromHours(25));
        await UnansweredAsync(host, () => reviewer.PostAsync($"api/videos/{video}/scores", new { score = 90 }));

        host.Time.Advance(TimeSpan.FromDays(14));
        Assert.Equal(90, (int)(await Farmer.JsonOf(await reviewer.PostAsync($"api/videos/{video}/scores", new { score = 90 })))["score"]!);
        Assert.Equal(
            "score.not-open",
            await Farmer.RefusalOf(await reviewer.PostAsync($"api/videos/{video}/scores", new { score = 91 }), HttpStatusCode.Conflict)
        );
    }

    [Fact]
    public async Task An_announcement()
    {
        await using var host = await Stage.StartAsync(storage);
        var campaign = await CampaignAsync(await Stage.ReviewerAsync(host), Stage.Campaign(host.Time.GetUtcNow()));
        var farmer = await Farmer.SignUpAsync(host);
        await UnansweredAsync(host, () => farmer.PostAsync("api/videos", Filmmaker.Announcement(1000, campaign: campaign)));

        host.Time.Advance(TimeSpan.FromHours(25));
        var told = await farmer.PostAsync("api/videos", Filmmaker.Announcement(1000, campaign: campaign));
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        var mine = (await Farmer.JsonOf(await farmer.GetAsync("api/me/videos")))["items"]!.AsArray();
        Assert.Equal((string)(await Farmer.JsonOf(told))["id"]!, (string)Assert.Single(mine)!["id"]!);
        Assert.Equal(
            "campaign.not-open",
            await Farmer.RefusalOf(
                await farmer.PostAsync("api/videos", Filmmaker.Announcement(2000, campaign: campaign)),
                HttpStatusCode.Conflict
            )
        );
    }

    private static async Task<string> CampaignAsync(Farmer administrator, object campaign) =>
        (string)(await Farmer.JsonOf(await administrator.PostAsync("api/campaigns", campaign)))["id"]!;

    /// <summary>It is stored, and nobody is told.</summary>
    private static async Task UnansweredAsync(TestHost host, Func<Task<HttpResponseMessage>> act)
    {
        host.Meter.Faults = (request, when) =>
            when == When.AfterSending && request.Uri.ToUri().AbsolutePath.EndsWith("$batch", StringComparison.Ordinal)
                ? Fault.Disconnect
                : Fault.None;
        Assert.Equal("storage.unavailable", await Farmer.RefusalOf(await act(), HttpStatusCode.ServiceUnavailable));
        host.Meter.Faults = (_, _) => Fault.None;
    }
}
