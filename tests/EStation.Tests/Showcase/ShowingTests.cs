using System.Net;
using Azure.Data.Tables;
using EStation.Regions;
using EStation.Showcase.Campaigns;
using EStation.Showcase.Uploads;
using EStation.Statistics.Reconciliation;
using EStation.Testing;

namespace EStation.Showcase;

/// <summary>Lists, what people do with videos, and how a campaign ends.</summary>
public class ShowingTests(TestStorage storage)
{
    [Fact]
    public async Task Lists_are_by_campaign_theme_and_region_the_newest_or_the_most_popular_first()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var first = await Stage.PublishAsync(host, reviewer, title: "first");
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await Stage.PublishAsync(host, reviewer, title: "second", theme: "推广良种夺丰收");
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await Stage.PublishAsync(host, reviewer, "222401001001", "of no campaign", campaign: null);
        var farmer = await Farmer.SignUpAsync(host);
        for (var again = 0; again < 2; again++)
        {
            await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{first}/views"));
            await Farmer.JsonOf(await farmer.PutAsync($"api/videos/{first}/like", new { }));
        }

        host.Time.Advance(TimeSpan.FromHours(1));
        await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{first}/views"));
        await host.RollUpAsync();
        await host.RollUpAsync();

        Assert.Equal(["of no campaign", "second", "first"], await TitlesOf(host, ""));
        Assert.Equal(["second", "first"], await TitlesOf(host, $"campaign={Filmmaker.Campaign}"));
        Assert.Equal(["second"], await TitlesOf(host, $"theme={Uri.EscapeDataString("우량종자 보급으로 풍작을")}"));
        Assert.Equal(["of no campaign", "first"], await TitlesOf(host, $"theme={Uri.EscapeDataString(Filmmaker.Theme)}"));
        Assert.Equal(["of no campaign"], await TitlesOf(host, "region=2224"));
        Assert.Equal(["first", "second", "of no campaign"], await TitlesOf(host, "sort=popular"));
        Assert.Equal(["first", "second"], await TitlesOf(host, "sort=popular&region=220102001001"));
        var shown = await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{first}"));
        Assert.Equal((2, 1), ((int)shown["views"]!, (int)shown["likes"]!));
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(host, $"api/videos/{first}"));
        host.Time.Advance(TimeSpan.FromMinutes(4)); // the URL to play it from is another one now
        Assert.NotEqual(
            (string)shown["playback"]!["url"]!,
            (string)(await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{first}")))["playback"]!["url"]!
        );

        // The statistics say the same as a recount of the records.
        var compared = await host.Get<Reconciler>().CompareAsync(RegionCode.Parse("220102"), new Day(DateOnly.MinValue));
        Assert.Equal((true, 0), (compared.Rows > 0, compared.Differences.Count));
        await Farmer.JsonOf(await farmer.DeleteAsync($"api/videos/{first}/like"));
        await host.RollUpAsync();
        Assert.Equal(0, (int)(await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{first}")))["likes"]!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.Http.GetAsync("api/videos?region=99&sort=best")).StatusCode);
    }

    [Fact]
    public async Task A_page_of_each_list_is_one_read_however_many_are_published()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var id = await Stage.PublishAsync(host, reviewer);
        await host.RollUpAsync();
        var theme = "theme=" + Uri.EscapeDataString(Filmmaker.Theme);
        var campaign = "campaign=" + Filmmaker.Campaign;
        string[] pages =
        [
            "videos",
            "videos?limit=100",
            $"videos?{theme}",
            $"videos?{campaign}",
            "videos?region=220102",
            $"videos?{campaign}&{theme}&region=220102",
            "videos?sort=popular",
            "videos?sort=popular&limit=100",
            $"videos?sort=popular&{campaign}&{theme}",
            $"campaigns/{Filmmaker.Campaign}/results",
            $"videos/{id}",
        ];
        var (few, many) = Deep.IsWanted ? (2_000, 20_000) : (100, 1_100);
        await FillAsync(host, 0, few);
        foreach (var page in pages)
            Assert.Equal((page, 1), (page, await CostOf(host, page)));
        await FillAsync(host, few, many);
        foreach (var page in pages)
            Assert.Equal((page, 1), (page, await CostOf(host, page)));
        TestContext.Current.SendDiagnosticMessage($"{pages.Length} lists: one read a page with {few} and with {many} published");

        // The second page begins where the first ended, and costs the same.
        var first = await Farmer.JsonOf(await host.Http.GetAsync("api/videos?limit=50"));
        Assert.Equal(1, await CostOf(host, $"videos?limit=50&cursor={first["next"]}"));
        var second = await Farmer.JsonOf(await host.Http.GetAsync($"api/videos?limit=50&cursor={first["next"]}"));
        Assert.Empty(IdsOf(first).Intersect(IdsOf(second)));
        var popular = new List<string>();
        for (var next = "x"; next.Length > 0; )
        {
            var page = await Farmer.JsonOf(
                await host.Http.GetAsync($"api/videos?sort=popular&limit=100{(next == "x" ? "" : "&cursor=" + next)}")
            );
            popular.AddRange(IdsOf(page));
            next = (string?)page["next"] ?? "";
        }

        Assert.Equal(Ranking.Shown, popular.Distinct().Count());
    }

    [Fact]
    public async Task The_jury_orders_those_with_the_most_votes_and_the_result_is_public_before_it_is_final()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var campaign = (string)
            (await Farmer.JsonOf(await reviewer.PostAsync("api/campaigns", Stage.Campaign(host.Time.GetUtcNow(), juryTop: 2))))["id"]!;
        var videos = new List<string>();
        foreach (var title in new[] { "most votes", "fewer votes", "no votes" })
            videos.Add(await Stage.PublishAsync(host, reviewer, title: title, campaign: campaign));
        var farmers = new[] { await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host) };
        await Farmer.JsonOf(await farmers[0].PutAsync($"api/videos/{videos[0]}/vote", new { }));
        await Farmer.JsonOf(await farmers[1].PutAsync($"api/videos/{videos[0]}/vote", new { }));
        await Farmer.JsonOf(await farmers[1].PutAsync($"api/videos/{videos[1]}/vote", new { }));
        await host.RollUpAsync();
        Assert.Equal(
            "score.not-open",
            await Farmer.RefusalOf(await reviewer.PostAsync($"api/videos/{videos[0]}/scores", new { score = 90 }), HttpStatusCode.Conflict)
        );

        host.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(
            "vote.not-open",
            await Farmer.RefusalOf(await farmers[0].PutAsync($"api/videos/{videos[2]}/vote", new { }), HttpStatusCode.Conflict)
        );
        Assert.Equal(
            "score.not-open",
            await Farmer.RefusalOf(await reviewer.PostAsync($"api/videos/{videos[2]}/scores", new { score = 90 }), HttpStatusCode.Conflict)
        );
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(
                await farmers[0].PostAsync($"api/videos/{videos[0]}/scores", new { score = 90 }),
                HttpStatusCode.Forbidden
            )
        );
        Assert.StartsWith(
            "must be between",
            await Filmmaker.ReasonOf(await reviewer.PostAsync($"api/videos/{videos[0]}/scores", new { score = 101 }), "score")
        );
        foreach (var (video, score) in new[] { (videos[0], 95), (videos[0], 60), (videos[0], 60), (videos[1], 80) })
            await Farmer.JsonOf(await reviewer.PostAsync($"api/videos/{video}/scores", new { score }));
        await host.RollUpAsync();

        Assert.Equal("jury", await StateAndOrderAsync(host, campaign, "most votes", "fewer votes", "no votes"));
        host.Time.Advance(TimeSpan.FromDays(14));
        Assert.Equal("public", await StateAndOrderAsync(host, campaign, "fewer votes", "most votes", "no votes"));
        host.Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal("final", await StateAndOrderAsync(host, campaign, "fewer votes", "most votes", "no votes"));
        var winner = (await Farmer.JsonOf(await host.Http.GetAsync($"api/campaigns/{campaign}/results")))["items"]![0]!;
        Assert.Equal(("一等奖", 80, 1), ((string)winner["award"]!, (int)winner["score"]!, (int)winner["scores"]!));
    }

    [Fact]
    public async Task Viewers_report_once_each_and_reviewers_read_why()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var id = await Stage.PublishAsync(host, reviewer);
        var farmer = await Farmer.SignUpAsync(host);
        for (var again = 0; again < 2; again++)
            await Farmer.JsonOf(await farmer.ReportAsync(id, "农药用量不对"));
        await host.RollUpAsync();
        Assert.Equal(
            id,
            (string)
                Assert.Single(
                    (await Farmer.JsonOf(await reviewer.GetAsync("api/reviews?region=220102&reported=true")))["items"]!.AsArray()
                )!["video"]!["id"]!
        );
        Assert.Equal(
            "农药用量不对",
            (string)Assert.Single((await Farmer.JsonOf(await reviewer.GetAsync($"api/videos/{id}/reports")))["items"]!.AsArray())!["text"]!
        );
        Assert.Equal("role.missing", await Farmer.RefusalOf(await farmer.GetAsync($"api/videos/{id}/reports"), HttpStatusCode.Forbidden));
        await reviewer.TakeDownAsync(id);
        Assert.Empty((await Farmer.JsonOf(await reviewer.GetAsync("api/reviews?region=220102&reported=true")))["items"]!.AsArray());
    }

    [Fact]
    public async Task What_I_did_with_a_video_is_known_on_every_phone_and_votes_come_back_the_next_day()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var campaign = (string)
            (
                await Farmer.JsonOf(
                    await reviewer.PostAsync("api/campaigns", Stage.Campaign(host.Time.GetUtcNow(), votingCloses: 2, votesPerDay: 2))
                )
            )["id"]!;
        var (first, second, ofNone) = (
            await Stage.PublishAsync(host, reviewer, campaign: campaign),
            await Stage.PublishAsync(host, reviewer, campaign: campaign),
            await Stage.PublishAsync(host, reviewer, campaign: null)
        );
        var farmer = await Farmer.SignUpAsync(host);
        Assert.Equal((false, false, 2), await ReactionsAsync(first));

        await Farmer.JsonOf(await farmer.PutAsync($"api/videos/{first}/like", new { }));
        await Farmer.JsonOf(await farmer.PutAsync($"api/videos/{first}/vote", new { }));
        Assert.Equal((true, true, 1), await ReactionsAsync(first));
        Assert.Equal((false, false, 1), await ReactionsAsync(second));
        Assert.Equal((false, false, null), await ReactionsAsync(ofNone));
        await Farmer.JsonOf(await farmer.DeleteAsync($"api/videos/{first}/like"));
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal((false, false, 2), await ReactionsAsync(first));
        host.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal((false, false, null), await ReactionsAsync(first));
        Assert.Equal(
            "profile.incomplete",
            await Farmer.RefusalOf(
                await (await Farmer.SignInAsync(host, Farmer.NewPhone())).GetAsync($"api/videos/{first}/reactions"),
                HttpStatusCode.Conflict
            )
        );

        async Task<(bool Liked, bool Voted, int? VotesLeft)> ReactionsAsync(string video)
        {
            var mine = await Farmer.JsonOf(await farmer.GetAsync($"api/videos/{video}/reactions"));
            return ((bool)mine["liked"]!, (bool)mine["voted"]!, (int?)mine["votesLeft"]);
        }
    }

    private static async Task<string> StateAndOrderAsync(TestHost host, string campaign, params string[] titles)
    {
        var results = await Farmer.JsonOf(await host.Http.GetAsync($"api/campaigns/{campaign}/results"));
        Assert.Equal(titles, results["items"]!.AsArray().Select(entry => (string)entry!["title"]!));
        return (string)results["state"]!;
    }

    private static async Task<HttpStatusCode> AgainAsync(TestHost host, string path)
    {
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add((await host.Http.GetAsync(path)).Headers.ETag!);
        return (await host.Http.SendAsync(again)).StatusCode;
    }

    private static async Task<IEnumerable<string>> TitlesOf(TestHost host, string query) =>
        (await Farmer.JsonOf(await host.Http.GetAsync("api/videos?" + query)))["items"]!
            .AsArray()
            .Select(video => (string)video!["title"]!);

    private static IEnumerable<string> IdsOf(System.Text.Json.Nodes.JsonNode page) =>
        page["items"]!.AsArray().Select(video => (string)video!["id"]!);

    private static async Task<int> CostOf(TestHost host, string page)
    {
        host.Meter.Reset();
        await Farmer.JsonOf(await host.Http.GetAsync("api/" + page));
        return host.Meter.All;
    }

    /// <summary>Rows of lists, as publishing writes them.</summary>
    private static async Task FillAsync(TestHost host, int from, int to)
    {
        var now = host.Time.GetUtcNow();
        var county = RegionCode.Parse("220102");
        var videos = Enumerable
            .Range(from, to - from)
            .Select(number => new Video(
                VideoId.New(county),
                "",
                "王**",
                RegionCode.Parse("220102001001"),
                Audience.None,
                Filmmaker.Campaign,
                $"video {number}",
                "",
                new Text(Filmmaker.Theme),
                Language.Zh,
                1,
                "video/mp4",
                now
            )
            {
                State = VideoState.Published,
                PublishedAt = now.AddSeconds(-number),
                Film = new Film(1, $"film {number}", now, 1000, 136, 240, "avc1", "image/jpeg"),
            })
            .ToList();
        var table = new TableClient(host.ConnectionString, "VideoLists");
        foreach (
            var list in videos
                .SelectMany(video => ListKey.Of(video, new VideoTally()).Select(key => (key, video)))
                .Where(row => row.key.List.Split('|')[^1] is "22" or "220102")
                .GroupBy(row => row.key.List)
        )
        {
            foreach (var batch in list.Chunk(100))
                await table.SubmitTransactionAsync(
                    batch.Select(row => new TableTransactionAction(
                        TableTransactionActionType.Add,
                        new TableEntity(row.key.List, row.key.Place) { ["Card"] = System.Text.Json.JsonSerializer.Serialize(row.video) }
                    ))
                );
        }

        var documents = videos.Select(video => new VideoDocument(video, new VideoTally { Views = 1 }, 1, [])).ToList();
        foreach (
            var ranking in ListKey
                .RankingsOf(videos[0])
                .Where(name => name.EndsWith("|22", StringComparison.Ordinal) || name == ListKey.Votes(Filmmaker.Campaign))
        )
            await host.Get<RankingTable>()
                .ChangeAsync(ranking, before => Task.FromResult(before.With(documents, entry => entry.Popularity)));
    }
}
