using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EStation.Showcase.Uploads;
using EStation.Testing;

namespace EStation.Showcase.Reviews;

/// <summary>A film's life with every decision: reasons, second opinions, appeals, take-downs and reports, and the people who are told.</summary>
public class FairnessTests(TestStorage storage)
{
    private const string County = "220102";

    [Fact]
    public async Task A_decision_names_field_and_reason_and_the_owner_reads_both()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var id = await farmer.SubmitVideoAsync();
        Assert.Equal("is missing", await Filmmaker.ReasonOf(await ReviewAsync(reviewer, id, "reject", field: null), "field"));
        Assert.Equal("is missing", await Filmmaker.ReasonOf(await ReviewAsync(reviewer, id, "reject", reason: null), "reason"));
        Assert.StartsWith("must be one of", await Filmmaker.ReasonOf(await ReviewAsync(reviewer, id, "reject", reason: "ugly"), "reason"));
        Assert.StartsWith("must be one of", await Filmmaker.ReasonOf(await ReviewAsync(reviewer, id, "takeDown"), "decision"));
        Assert.Equal(
            "is missing",
            await Filmmaker.ReasonOf(await ReviewAsync(reviewer, id, "reject", reason: "other", text: null), "text")
        );
        await Farmer.JsonOf(await ReviewAsync(reviewer, id, "return", reason: "unsafe", text: "打药要戴口罩", field: "planting"));

        var review = (await MineAsync(farmer, id))["reviews"]![0]!;
        Assert.Equal(
            ("unsafe", "打药要戴口罩", "planting"),
            ((string)review["reason"]!, (string)review["text"]!, (string)review["field"]!)
        );
        await host.RollUpAsync();
        var told = Assert.Single(await ToldAsync(farmer));
        Assert.Equal("video-returned", (string)told["kind"]!);
        Assert.Contains("做法有危险，打药要戴口罩", (string)told["text"]!, StringComparison.Ordinal);
        Assert.Contains(Audit(host), row => row.EndsWith($"ReviewVideo {id} 1 Return Unsafe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_queue_is_filtered_by_field_and_says_since_when_it_waits()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var submitted = host.Time.GetUtcNow();
        var id = await farmer.SubmitVideoAsync();
        host.Time.Advance(TimeSpan.FromHours(3));
        var any = Assert.Single(await QueueAsync(reviewer));
        Assert.Equal(("film", id, 1), ((string)any["kind"]!, (string)any["id"]!, (int)any["film"]!));
        Assert.Equal(submitted, (DateTimeOffset)any["waitingSince"]!, TimeSpan.FromSeconds(5));
        Assert.Equal("zh", (string)any["language"]!);
        Assert.Null(any["field"]);
        Assert.Empty(await QueueAsync(reviewer, "&field=forestry"));

        // A first opinion gives it its field; the queue of the owner's or another field does not show it twice.
        await Farmer.JsonOf(await ReviewAsync(reviewer, id, "publish", field: "forestry", second: true));
        Assert.True((bool)Assert.Single(await QueueAsync(reviewer, "&field=forestry"))["second"]!);
        Assert.Empty(await QueueAsync(reviewer, "&field=health"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reviewer.GetAsync($"api/reviews?region={County}&field=magic")).StatusCode);
    }

    [Fact]
    public async Task A_second_reviewer_decides_where_the_first_asked_for_one_and_the_first_cannot()
    {
        await using var host = await Stage.StartAsync(storage);
        var (first, second) = (await Stage.ReviewerAsync(host), await Stage.ReviewerAsync(host, Stage.SecondReviewer));
        var farmer = await Farmer.SignUpAsync(host);
        var id = await farmer.SubmitVideoAsync();
        for (var again = 0; again < 2; again++)
            await Farmer.JsonOf(await ReviewAsync(first, id, "reject", second: true));
        Assert.Equal("inReview", (string)(await MineAsync(farmer, id))["state"]!);
        Assert.Empty((await MineAsync(farmer, id))["reviews"]!.AsArray()); // an opinion is no decision
        Assert.Equal("review.by-another", await Farmer.RefusalOf(await ReviewAsync(first, id, "publish"), HttpStatusCode.Forbidden));
        Assert.False((bool)Assert.Single(await QueueAsync(first))["mayDecide"]!);
        Assert.True((bool)Assert.Single(await QueueAsync(second))["mayDecide"]!);
        Assert.Equal("was asked for already", await Filmmaker.ReasonOf(await ReviewAsync(second, id, "publish", second: true), "second"));
        Assert.Equal("published", (string)(await Farmer.JsonOf(await ReviewAsync(second, id, "publish")))["state"]!);
        Assert.Empty(await QueueAsync(first));
    }

    [Fact]
    public async Task Nobody_reviews_appeals_or_takes_down_as_a_reviewer_what_is_their_own()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var id = await reviewer.SubmitVideoAsync();
        Assert.False((bool)Assert.Single(await QueueAsync(reviewer))["mayDecide"]!);
        Assert.Equal("role.missing", await Farmer.RefusalOf(await ReviewAsync(reviewer, id, "publish"), HttpStatusCode.Forbidden));
        var other = await Stage.ReviewerAsync(host, Stage.SecondReviewer);
        await Farmer.JsonOf(await ReviewAsync(other, id, "reject"));
        await Farmer.JsonOf(await reviewer.PostAsync($"api/videos/{id}/appeals", new { text = "请再看" }));
        Assert.Equal("role.missing", await Farmer.RefusalOf(await ReviewAsync(reviewer, id, "publish"), HttpStatusCode.Forbidden));
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(
                await (await Farmer.SignUpAsync(host)).PostAsync($"api/videos/{id}/appeals", new { text = "别人的" }),
                HttpStatusCode.Forbidden
            )
        );
    }

    [Fact]
    public async Task An_appeal_goes_to_a_higher_place_and_what_it_brings_back_is_what_was_reviewed()
    {
        await using var host = await Stage.StartAsync(storage);
        var province = await Stage.ReviewerAsync(host);
        var county = await ReviewerOnlyAsync(host, province, "13900000011", County);
        var neighbour = await ReviewerOnlyAsync(host, province, "13900000012", County);
        var prefecture = await ReviewerOnlyAsync(host, province, "13900000013", "2201");
        var farmer = await Farmer.SignUpAsync(host);
        var id = await farmer.SubmitVideoAsync();
        Assert.Equal("appeal.not-possible", await Farmer.RefusalOf(await AppealAsync(farmer, id), HttpStatusCode.Conflict));
        await Farmer.JsonOf(await ReviewAsync(county, id, "reject"));
        Assert.True((bool)(await MineAsync(farmer, id))["mayAppeal"]!);
        Assert.Empty(await Stage.FilesOf(host, VideoBlobs.Held, VideoBlobs.Media));

        Assert.Equal(HttpStatusCode.Created, (await AppealAsync(farmer, id)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AppealAsync(farmer, id)).StatusCode);
        Assert.Equal("appeal.made", await Farmer.RefusalOf(await AppealAsync(farmer, id, "再来一次"), HttpStatusCode.Conflict));

        foreach (var low in new[] { county, neighbour })
        {
            Assert.Empty(await QueueAsync(low));
            Assert.Equal("review.by-another", await Farmer.RefusalOf(await ReviewAsync(low, id, "publish"), HttpStatusCode.Forbidden));
        }

        var queued = Assert.Single(await QueueAsync(prefecture, region: "2201"));
        Assert.Equal(("appeal", "请再看一看"), ((string)queued["kind"]!, (string)queued["video"]!["appeal"]!["text"]!));
        Assert.Equal(HttpStatusCode.OK, await Filmmaker.StatusOf(queued["preview"]!["url"]!));
        await Farmer.JsonOf(await ReviewAsync(prefecture, id, "publish"));
        var shown = await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{id}"));
        using var http = new HttpClient();
        Assert.Equal(Clip.Field, await http.GetByteArrayAsync((string)shown["playback"]!["url"]!));
        Assert.Empty(await Stage.FilesOf(host, VideoBlobs.Held, VideoBlobs.Kept));
        await host.RollUpAsync();
        Assert.Equal(["video-appeal-granted", "video-rejected"], (await ToldAsync(farmer)).Select(told => (string)told["kind"]!).Order());
        Assert.Empty(await QueueAsync(prefecture, region: "2201"));
    }

    [Fact]
    public async Task At_province_level_another_reviewer_decides_the_appeal_once_and_for_all()
    {
        await using var host = await Stage.StartAsync(storage);
        var (first, second) = (await Stage.ReviewerAsync(host), await Stage.ReviewerAsync(host, Stage.SecondReviewer));
        var farmer = await Farmer.SignUpAsync(host);
        var id = await farmer.SubmitVideoAsync();
        await Farmer.JsonOf(await ReviewAsync(first, id, "reject"));
        await Farmer.JsonOf(await AppealAsync(farmer, id));
        Assert.Equal("review.by-another", await Farmer.RefusalOf(await ReviewAsync(first, id, "publish"), HttpStatusCode.Forbidden));
        Assert.Empty(await QueueAsync(second));
        Assert.Single(await QueueAsync(second, region: "22"));
        await Farmer.JsonOf(await ReviewAsync(second, id, "reject", reason: "unscientific", text: "确实不对"));
        Assert.Equal("rejected", (string)(await MineAsync(farmer, id))["state"]!);
        Assert.Equal("appeal.made", await Farmer.RefusalOf(await AppealAsync(farmer, id, "再来"), HttpStatusCode.Conflict));
        Assert.Equal("review.decided", await Farmer.RefusalOf(await ReviewAsync(first, id, "publish"), HttpStatusCode.Conflict));
        Assert.Empty(await Stage.FilesOf(host, VideoBlobs.Held, VideoBlobs.Media, VideoBlobs.Kept));
        await host.RollUpAsync();
        Assert.Contains(await ToldAsync(farmer), told => ((string)told["text"]!).Contains("确实不对", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_take_down_has_a_reason_an_actor_and_an_appeal_and_counts_a_publication_once()
    {
        await using var host = await Stage.StartAsync(storage);
        var (first, second) = (await Stage.ReviewerAsync(host), await Stage.ReviewerAsync(host, Stage.SecondReviewer));
        var (farmer, viewer) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        var id = await farmer.SubmitVideoAsync();
        await Farmer.JsonOf(await ReviewAsync(first, id, "publish"));
        await Farmer.JsonOf(await viewer.ReportAsync(id, "说法不对"));
        Assert.Equal("is missing", await Filmmaker.ReasonOf(await first.DeleteAsync($"api/videos/{id}"), "reason"));
        Assert.Equal(HttpStatusCode.NoContent, (await first.TakeDownAsync(id, "有人受伤")).StatusCode);
        Assert.Contains(Audit(host), row => row.EndsWith($"RemoveVideo {id} 1 Other", StringComparison.Ordinal));
        await host.RollUpAsync();
        Assert.Equal("report-taken-down", (string)Assert.Single(await ToldAsync(viewer))["kind"]!);
        Assert.Equal("upheld", await StateOfReportAsync(first, id));
        Assert.Equal("takeDown", (string)(await MineAsync(farmer, id))["reviews"]![1]!["decision"]!);

        await Farmer.JsonOf(await AppealAsync(farmer, id));
        Assert.Equal("review.by-another", await Farmer.RefusalOf(await ReviewAsync(first, id, "publish"), HttpStatusCode.Forbidden));
        await Farmer.JsonOf(await ReviewAsync(second, id, "publish"));
        await host.RollUpAsync();
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync($"api/videos/{id}")).StatusCode);
        Assert.Equal("dismissed", await StateOfReportAsync(first, id));
        Assert.Contains("report-dismissed", (await ToldAsync(viewer)).Select(told => (string)told["kind"]!));
        Assert.Empty(
            (
                await host.Get<Statistics.Reconciliation.Reconciler>()
                    .CompareAsync(Regions.RegionCode.Parse(County), new Day(DateOnly.MinValue))
            ).Differences
        );
    }

    [Fact]
    public async Task The_film_of_a_rejection_is_kept_as_long_as_its_owner_may_appeal()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var id = await farmer.SubmitVideoAsync();
        await Farmer.JsonOf(await ReviewAsync(reviewer, id, "reject"));
        host.Time.Advance(Video.AppealTakes - TimeSpan.FromHours(1));
        await host.ClearUploadsAsync();
        Assert.Equal(2, (await Stage.FilesOf(host, VideoBlobs.Kept)).Count);
        host.Time.Advance(TimeSpan.FromHours(2));
        farmer = await Farmer.SignUpAsync(host, phone: farmer.Phone);
        Assert.Equal("appeal.not-possible", await Farmer.RefusalOf(await AppealAsync(farmer, id), HttpStatusCode.Conflict));
        await host.ClearUploadsAsync();
        Assert.Empty(await Stage.FilesOf(host, VideoBlobs.Kept));
    }

    [Fact]
    public async Task A_dismissed_report_leaves_the_list_its_author_is_told_and_too_many_are_refused()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var viewer = await Farmer.SignUpAsync(host);
        for (var times = 0; times < Reporting.MostDismissed; times++)
        {
            var id = await Stage.PublishAsync(host, reviewer, title: $"片子{times}");
            Assert.Equal(
                "review.decided",
                await Farmer.RefusalOf(await ReviewAsync(reviewer, id, "publish", text: "另说"), HttpStatusCode.Conflict)
            );
            await Farmer.JsonOf(await viewer.ReportAsync(id, "看不惯"));
            await host.RollUpAsync();
            Assert.Single((await Farmer.JsonOf(await reviewer.GetAsync("api/reviews?region=22&reported=true")))["items"]!.AsArray());
            for (var again = 0; again < 2; again++)
                await Farmer.JsonOf(await ReviewAsync(reviewer, id, "publish", text: "没有问题"));
            Assert.Empty((await Farmer.JsonOf(await reviewer.GetAsync("api/reviews?region=22&reported=true")))["items"]!.AsArray());
            Assert.Equal("dismissed", await StateOfReportAsync(reviewer, id));
            await Farmer.JsonOf(await viewer.ReportAsync(id, "看不惯")); // the same again changes nothing
            Assert.Equal("dismissed", await StateOfReportAsync(reviewer, id));
        }

        await host.RollUpAsync();
        Assert.Equal(Reporting.MostDismissed, (await ToldAsync(viewer)).Count(told => (string)told["kind"]! == "report-dismissed"));
        var next = await Stage.PublishAsync(host, reviewer, title: "又一部");
        Assert.Equal("report.limited", await Farmer.RefusalOf(await viewer.ReportAsync(next, "还是不惯"), HttpStatusCode.Conflict));
        await Farmer.JsonOf(await (await Farmer.SignUpAsync(host)).ReportAsync(next, "别人的举报"));
        host.Time.Advance(TimeSpan.FromDays(31));
        viewer = await Farmer.SignUpAsync(host, phone: viewer.Phone);
        await Farmer.JsonOf(await viewer.ReportAsync(next, "过了些日子"));
    }

    private static async Task<Farmer> ReviewerOnlyAsync(TestHost host, Farmer administrator, string phone, string region)
    {
        var reviewer = await Farmer.SignUpAsync(host, phone: phone);
        var grant = new
        {
            phone,
            role = "reviewer",
            region,
        };
        (await administrator.PostAsync("api/grants", grant)).EnsureSuccessStatusCode();
        return reviewer;
    }

    private static Task<HttpResponseMessage> ReviewAsync(
        Farmer reviewer,
        string id,
        string decision,
        string? reason = "quality",
        string? text = "声音太小",
        string? field = "planting",
        bool? second = null
    ) =>
        reviewer.PostAsync(
            $"api/videos/{id}/reviews",
            new
            {
                film = 1,
                decision,
                reason,
                text,
                field,
                scientific = true,
                second,
            }
        );

    private static Task<HttpResponseMessage> AppealAsync(Farmer owner, string id, string text = "请再看一看") =>
        owner.PostAsync($"api/videos/{id}/appeals", new { text });

    private static async Task<JsonNode> MineAsync(Farmer owner, string id) =>
        (await Farmer.JsonOf(await owner.GetAsync("api/me/videos")))["items"]!.AsArray().Single(item => (string)item!["id"]! == id)!;

    private static async Task<IReadOnlyList<JsonNode>> QueueAsync(Farmer reviewer, string filter = "", string region = County) =>
        [
            .. (await Farmer.JsonOf(await reviewer.GetAsync($"api/reviews?region={region}{filter}")))["items"]!
                .AsArray()
                .Select(item => item!),
        ];

    private static async Task<IReadOnlyList<JsonNode>> ToldAsync(Farmer person) =>
        [.. (await Farmer.JsonOf(await person.GetAsync("api/inbox")))["items"]!.AsArray().Select(item => item!)];

    private static async Task<string> StateOfReportAsync(Farmer reviewer, string id) =>
        (string)Assert.Single((await Farmer.JsonOf(await reviewer.GetAsync($"api/videos/{id}/reports")))["items"]!.AsArray())!["state"]!;

    private static IReadOnlyList<string> Audit(TestHost host) =>
        [
            .. new TableClient(host.ConnectionString, "Audit")
                .Query<TableEntity>(row => row.PartitionKey != "")
                .Where(row => row.GetBoolean("Allowed") == true)
                .Select(row => $"{row.GetString("Action")} {row.GetString("Subject")}"),
        ];
}
