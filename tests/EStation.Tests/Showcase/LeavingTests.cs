using System.Net;
using EStation.Accounts.SignIn;
using EStation.People;
using EStation.Showcase.Uploads;
using EStation.Testing;

namespace EStation.Showcase;

/// <summary>What is held of somebody here, and what is left when that person has gone.</summary>
public class LeavingTests(TestStorage storage)
{
    private const string Name = "訾雨薇";
    private const string Title = "我家的水稻田";
    private const string Reason = "农药用量不对";

    [Fact]
    public async Task Who_leaves_takes_the_videos_along_after_having_been_shown_them()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var farmer = await Farmer.SignUpAsync(host, name: Name);
        var id = await farmer.SubmitVideoAsync(Title);
        await Farmer.JsonOf(await reviewer.DecideAsync(id, "publish"));
        await Farmer.JsonOf(await farmer.PutAsync($"api/videos/{id}/like", new { }));
        await host.RollUpAsync();
        var held = (await Farmer.JsonOf(await farmer.GetAsync("api/me/data")))["videos"]!;
        Assert.Equal(Title, (string)held["own"]![0]!["title"]!);
        Assert.Equal(("like", id), ((string)held["reactions"]![0]!["kind"]!, (string)held["reactions"]![0]!["of"]!));
        Assert.NotEmpty(await Everything.FindAsync(host.ConnectionString, Name, "訾**", Title)); // the search finds what is there

        Assert.Equal(HttpStatusCode.NoContent, (await farmer.DeleteAsync("api/me")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync($"api/videos/{id}")).StatusCode);
        Assert.Empty(await Stage.FilesOf(host, VideoBlobs.Held, VideoBlobs.Media));
        await host.RollUpAsync();
        await host.ClearUploadsAsync();
        Assert.Empty(await Stage.FilesOf(host, VideoBlobs.Uploads));
        Assert.Empty(await Everything.FindAsync(host.ConnectionString, Name, "訾**", Title));
    }

    [Fact]
    public async Task What_was_said_of_others_videos_is_shown_to_who_said_it_and_goes_while_it_still_counts()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var campaign = (string)
            (await Farmer.JsonOf(await reviewer.PostAsync("api/campaigns", Stage.Campaign(host.Time.GetUtcNow()))))["id"]!;
        var id = await Stage.PublishAsync(host, reviewer, campaign: campaign);
        var juror = await Stage.ReviewerAsync(host, Stage.SecondReviewer, "2201");
        await Farmer.JsonOf(await juror.ReportAsync(id, Reason));
        await Farmer.JsonOf(await juror.PutAsync($"api/videos/{id}/like", new { }));
        await Farmer.JsonOf(await juror.PutAsync($"api/videos/{id}/vote", new { }));
        await host.RollUpAsync();
        host.Time.Advance(TimeSpan.FromDays(1.1));
        await Farmer.JsonOf(await juror.PostAsync($"api/videos/{id}/scores", new { score = 90 }));

        var held = (await Farmer.JsonOf(await juror.GetAsync("api/me/data")))["videos"]!;
        Assert.Equal((id, Reason), ((string)held["reports"]![0]!["video"]!, (string)held["reports"]![0]!["text"]!));
        Assert.Equal((id, 90), ((string)held["scores"]![0]!["video"]!, (int)held["scores"]![0]!["score"]!));
        Assert.NotEmpty(await Everything.FindAsync(host.ConnectionString, Reason));
        Assert.NotEmpty(RowsOf(host, juror));

        Assert.Equal(HttpStatusCode.NoContent, (await juror.DeleteAsync("api/me")).StatusCode);
        await host.RollUpAsync();
        Assert.Empty(await Everything.FindAsync(host.ConnectionString, Reason));
        Assert.Empty(RowsOf(host, juror));
        var report = Assert.Single((await Farmer.JsonOf(await reviewer.GetAsync($"api/videos/{id}/reports")))["items"]!.AsArray())!;
        Assert.Equal("", (string)report["text"]!);
        var shown = await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{id}"));
        Assert.Equal((1, 1), ((int)shown["likes"]!, (int)shown["votes"]!));
        host.Time.Advance(TimeSpan.FromDays(14));
        Assert.Equal(90, (int)(await Farmer.JsonOf(await host.Http.GetAsync($"api/campaigns/{campaign}/results")))["items"]![0]!["score"]!);
    }

    [Fact]
    public async Task Who_signs_up_anew_has_no_more_votes_today_than_are_left()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var campaign = (string)
            (
                await Farmer.JsonOf(
                    await reviewer.PostAsync("api/campaigns", Stage.Campaign(host.Time.GetUtcNow(), votingCloses: 5, votesPerDay: 2))
                )
            )["id"]!;
        string[] videos =
        [
            await Stage.PublishAsync(host, reviewer, campaign: campaign),
            await Stage.PublishAsync(host, reviewer, campaign: campaign),
        ];
        var farmer = await Farmer.SignUpAsync(host);
        await Farmer.JsonOf(await VoteAsync(farmer, videos[0]));

        Assert.Equal(HttpStatusCode.NoContent, (await farmer.DeleteAsync("api/me")).StatusCode);
        var anew = await Farmer.SignUpAsync(host, phone: farmer.Phone);
        Assert.Equal(1, (int)(await Farmer.JsonOf(await anew.GetAsync($"api/videos/{videos[1]}/reactions")))["votesLeft"]!);
        for (var again = 0; again < 2; again++)
            Assert.Equal(0, (int)(await Farmer.JsonOf(await VoteAsync(anew, videos[1])))["votesLeft"]!);
        Assert.Equal("vote.none-left", await Farmer.RefusalOf(await VoteAsync(anew, videos[0]), HttpStatusCode.Conflict));

        Assert.Equal(HttpStatusCode.NoContent, (await anew.DeleteAsync("api/me")).StatusCode);
        var third = await Farmer.SignUpAsync(host, phone: farmer.Phone);
        Assert.Equal("vote.none-left", await Farmer.RefusalOf(await VoteAsync(third, videos[0]), HttpStatusCode.Conflict));
        Assert.Single(await LimitsAsync(host, farmer.Phone));

        // An erased limit is kept an hour longer than its day, because clocks differ.
        host.Time.Advance(TimeSpan.FromDays(1) + Erasure.ClocksDiffer);
        Assert.Equal(1, (int)(await Farmer.JsonOf(await VoteAsync(third, videos[0])))["votesLeft"]!);
        await Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<TidySignIn>(host.Services).Run(new());
        Assert.Empty(await LimitsAsync(host, farmer.Phone));
    }

    private static Task<HttpResponseMessage> VoteAsync(Farmer farmer, string video) => farmer.PutAsync($"api/videos/{video}/vote", new { });

    private static async Task<IReadOnlyList<EarlierUse>> LimitsAsync(TestHost host, string phone) =>
        (await host.Get<PhoneTable>().ReadAsync(Phone.Parse(phone))).Earlier;

    /// <summary>What leads from a person to what that person did.</summary>
    private static IEnumerable<string> RowsOf(TestHost host, Farmer farmer) =>
        new Azure.Data.Tables.TableClient(host.ConnectionString, "People")
            .Query<Azure.Data.Tables.TableEntity>(row => row.PartitionKey == farmer.Id)
            .Select(row => row.RowKey);
}
