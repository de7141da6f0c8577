using System.Net;
using System.Text.Json.Nodes;
using EStation.Showcase.Uploads;
using EStation.Testing;

namespace EStation.Showcase.Reviews;

/// <summary>What was reviewed is what is shown; nothing else is ever readable.</summary>
public class ReviewingTests(TestStorage storage)
{
    [Fact]
    public async Task What_was_reviewed_is_what_is_shown_whatever_the_owner_overwrites_before_and_during_review()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var opened = await farmer.OpenVideoAsync(Clip.Field.Length);
        await Filmmaker.UploadBothAsync(opened);
        await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{opened["id"]}/submit"));
        var other = Clip.Field;
        other.AsSpan(5_000, 1_000).Fill(7);

        await Filmmaker.UploadAsync(opened["upload"]!["url"]!, other);
        var queued = Assert.Single((await Farmer.JsonOf(await reviewer.GetAsync("api/reviews?region=220102")))["items"]!.AsArray())!;
        Assert.Equal(Clip.Field, await BytesOf(queued["preview"]!["url"]!));
        await Filmmaker.UploadBothAsync(opened, other, Clip.Read("poster.webp"));
        await Farmer.JsonOf(await reviewer.DecideAsync((string)opened["id"]!, "publish"));
        await Filmmaker.UploadBothAsync(opened, other, Clip.Read("poster.webp"));

        var shown = await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{opened["id"]}"));
        Assert.Equal(Clip.Field, await BytesOf(shown["playback"]!["url"]!));
        Assert.Equal(Clip.Poster, await BytesOf(shown["poster"]!["url"]!));
        Assert.Empty((await Farmer.JsonOf(await reviewer.GetAsync("api/reviews?region=220102")))["items"]!.AsArray());
    }

    [Fact]
    public async Task The_queue_is_of_the_region_the_oldest_first_and_one_read()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        foreach (var (title, village) in new[] { ("first", "220102001001"), ("elsewhere", "222401001001"), ("second", "220102001002") })
        {
            await (await Farmer.SignUpAsync(host, village)).SubmitVideoAsync(title);
            host.Time.Advance(TimeSpan.FromSeconds(1));
        }

        host.Meter.Reset();
        var queue = await Farmer.JsonOf(await reviewer.GetAsync("api/reviews?region=220102"));
        Assert.Equal(["first", "second"], queue["items"]!.AsArray().Select(item => (string)item!["video"]!["title"]!));
        Assert.Equal((1, 0), (host.Meter.Reads, host.Meter.Writes));
        var farmer = await Farmer.SignUpAsync(host);
        Assert.Equal("role.missing", await Farmer.RefusalOf(await farmer.GetAsync("api/reviews?region=220102"), HttpStatusCode.Forbidden));

        // A reviewer of another county neither sees nor decides them.
        var id = (string)queue["items"]![0]!["video"]!["id"]!;
        var outsider = await Stage.ReviewerAsync(host, Stage.SecondReviewer, "222401");
        Assert.Equal(
            "elsewhere",
            (string)(await Farmer.JsonOf(await outsider.GetAsync("api/reviews?region=222401")))["items"]![0]!["video"]!["title"]!
        );
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(await outsider.GetAsync("api/reviews?region=220102"), HttpStatusCode.Forbidden)
        );
        Assert.Equal("role.missing", await Farmer.RefusalOf(await outsider.DecideAsync(id, "publish"), HttpStatusCode.Forbidden));
        Assert.Equal("role.missing", await Farmer.RefusalOf(await outsider.DeleteAsync($"api/videos/{id}"), HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task Of_reviewers_who_decide_at_once_one_decides_and_the_others_are_told()
    {
        await using var host = await Stage.StartAsync(storage);
        await using var other = await Stage.StartAsync(storage, host.ConnectionString);
        var first = await Stage.ReviewerAsync(host);
        var second = (await Stage.ReviewerAsync(host, Stage.SecondReviewer)).On(other);
        var farmer = await Farmer.SignUpAsync(host);
        for (var round = 0; round < 4; round++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1)); // mine are listed in the order of opening
            var id = await farmer.SubmitVideoAsync($"video {round}");
            var answers = await Task.WhenAll(first.DecideAsync(id, "publish"), second.DecideAsync(id, "reject", "不科学"));
            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
            Assert.Equal(
                "review.decided",
                await Farmer.RefusalOf(Array.Find(answers, answer => answer.StatusCode != HttpStatusCode.OK)!, HttpStatusCode.Conflict)
            );

            var winner =
                answers[0].StatusCode == HttpStatusCode.OK
                    ? ("published", first, "publish", "看过")
                    : ("rejected", second, "reject", "不科学");
            Assert.Equal(
                winner.Item1,
                (string)(await Farmer.JsonOf(await winner.Item2.DecideAsync(id, winner.Item3, winner.Item4)))["state"]!
            );
            var state = (string)(await Farmer.JsonOf(await farmer.GetAsync("api/me/videos")))["items"]![0]!["state"]!;
            Assert.Equal(winner.Item1, state);
            Assert.Equal(
                state == "published" ? HttpStatusCode.OK : HttpStatusCode.NotFound,
                (await host.Http.GetAsync($"api/videos/{id}")).StatusCode
            );
        }
    }

    [Fact]
    public async Task What_was_copied_to_be_published_and_was_then_rejected_by_somebody_faster_is_nowhere()
    {
        await using var host = await Stage.StartAsync(storage);
        await using var other = await Stage.StartAsync(storage, host.ConnectionString);
        var first = await Stage.ReviewerAsync(host);
        var second = (await Stage.ReviewerAsync(host, Stage.SecondReviewer)).On(other);
        var id = await (await Farmer.SignUpAsync(host)).SubmitVideoAsync();
        // After the copy to where the public may be sent, before the record.
        host.Meter.Hold = async request =>
        {
            if (request.Uri.Path.Contains("$batch", StringComparison.Ordinal))
                await Farmer.JsonOf(await second.DecideAsync(id, "reject", "不科学"));
        };
        Assert.Equal("review.decided", await Farmer.RefusalOf(await first.DecideAsync(id, "publish"), HttpStatusCode.Conflict));
        Assert.Empty(await Stage.FilesOf(host, VideoBlobs.Held, VideoBlobs.Media));
    }

    [Fact]
    public async Task What_is_returned_is_mended_and_sent_again_and_the_owner_reads_why()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var id = await farmer.SubmitVideoAsync();
        Assert.Equal("is missing", await Filmmaker.ReasonOf(await reviewer.DecideAsync(id, "return", ""), "text"));
        Assert.StartsWith(
            "must be true",
            await Filmmaker.ReasonOf(
                await reviewer.PostAsync(
                    $"api/videos/{id}/reviews",
                    new
                    {
                        decision = "publish",
                        field = "planting",
                        scientific = false,
                        film = 1,
                    }
                ),
                "scientific"
            )
        );
        await Farmer.JsonOf(await reviewer.DecideAsync(id, "return", "声音太小"));
        var mine = (await Farmer.JsonOf(await farmer.GetAsync("api/me/videos")))["items"]![0]!;
        Assert.Equal(("returned", "声音太小"), ((string)mine["state"]!, (string)mine["reviews"]![0]!["text"]!));

        var renewed = await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{id}/upload", new { size = Clip.Read("front.mp4").Length }));
        await Filmmaker.UploadAsync(renewed["url"]!, Clip.Read("front.mp4"));
        await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{id}/submit"));
        // Every decision on the film that was returned is none on this one.
        foreach (var decision in new[] { "publish", "reject", "return" })
            Assert.Equal(
                "review.outdated",
                await Farmer.RefusalOf(await reviewer.DecideAsync(id, decision, film: 1), HttpStatusCode.Conflict)
            );
        Assert.Equal(
            "review.outdated",
            await Farmer.RefusalOf(await reviewer.DecideAsync(id, "publish", film: 3), HttpStatusCode.Conflict)
        );
        await Farmer.JsonOf(await reviewer.DecideAsync(id, "publish", film: 2));
        var shown = await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{id}"));
        Assert.Equal(Clip.Read("front.mp4"), await BytesOf(shown["playback"]!["url"]!));
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("reject")]
    [InlineData("return")]
    public async Task A_decision_that_does_not_say_which_film_was_looked_at_decides_nothing(string decision)
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var id = await farmer.SubmitVideoAsync();
        Assert.Equal("is missing", await Filmmaker.ReasonOf(await reviewer.DecideAsync(id, decision, film: null), "film"));
        Assert.Equal("inReview", (string)(await Farmer.JsonOf(await farmer.GetAsync("api/me/videos")))["items"]![0]!["state"]!);
    }

    [Theory]
    [InlineData("reject")]
    [InlineData("return")]
    [InlineData("take down")]
    [InlineData("erase")]
    [InlineData("wait")]
    public async Task What_is_not_published_is_readable_by_nobody_through_any_url_ever_handed_out(string end)
    {
        // A quarter of an hour behind storage's clock: what was handed out then is what is left of it now.
        await using var host = await Stage.StartAsync(storage, now: DateTimeOffset.UtcNow.AddMinutes(-15));
        var reviewer = await Stage.ReviewerAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var id = await farmer.SubmitVideoAsync();
        var queued = (await Farmer.JsonOf(await reviewer.GetAsync("api/reviews?region=22")))["items"]![0]!;
        List<JsonNode> urls = [queued["preview"]!["url"]!, queued["poster"]!["url"]!];
        if (end is "take down" or "erase")
        {
            await Farmer.JsonOf(await reviewer.DecideAsync(id, "publish"));
            var shown = await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{id}"));
            var listed = (await Farmer.JsonOf(await host.Http.GetAsync("api/videos")))["items"]![0]!;
            urls.AddRange([shown["playback"]!["url"]!, shown["poster"]!["url"]!, listed["poster"]!["url"]!]);
            Assert.Equal(
                HttpStatusCode.NoContent,
                (await (end == "erase" ? farmer.DeleteAsync($"api/videos/{id}") : reviewer.TakeDownAsync(id))).StatusCode
            );
            Assert.Empty(await Stage.FilesOf(host, VideoBlobs.Held, VideoBlobs.Media)); // at once, whatever the signatures say
        }
        else if (end != "wait")
        {
            await Farmer.JsonOf(await reviewer.DecideAsync(id, end, "不行"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync($"api/videos/{id}")).StatusCode);
        Assert.Empty((await Farmer.JsonOf(await host.Http.GetAsync("api/videos")))["items"]!.AsArray());
        foreach (var url in urls)
            Assert.Equal(HttpStatusCode.Forbidden, await Filmmaker.StatusOf(url));
    }

    [Theory]
    [InlineData("reject")]
    [InlineData("return")]
    [InlineData("take down")]
    [InlineData("erase")]
    public async Task What_has_ended_is_gone_at_once_though_its_urls_have_minutes_left(string end)
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var id = await farmer.SubmitVideoAsync();
        var queued = (await Farmer.JsonOf(await reviewer.GetAsync("api/reviews?region=22")))["items"]![0]!;
        List<JsonNode> links = [queued["preview"]!, queued["poster"]!];
        if (end is "take down" or "erase")
        {
            await Farmer.JsonOf(await reviewer.DecideAsync(id, "publish"));
            var shown = await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{id}"));
            links =
            [
                shown["playback"]!,
                shown["poster"]!,
                (await Farmer.JsonOf(await host.Http.GetAsync("api/videos")))["items"]![0]!["poster"]!,
            ];
        }

        foreach (var link in links)
        {
            Assert.Equal(HttpStatusCode.OK, await Filmmaker.StatusOf(link["url"]!));
            Assert.InRange((DateTimeOffset)link["expiresAt"]! - host.Time.GetUtcNow(), TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(12));
            Assert.NotEqual(HttpStatusCode.OK, await Filmmaker.StatusOf(((string)link["url"]!).Split('?')[0])); // nothing without a signature
        }

        if (end is "reject" or "return")
            await Farmer.JsonOf(await reviewer.DecideAsync(id, end, "不行"));
        else
            Assert.Equal(
                HttpStatusCode.NoContent,
                (await (end == "erase" ? farmer.DeleteAsync($"api/videos/{id}") : reviewer.TakeDownAsync(id))).StatusCode
            );
        foreach (var link in links)
            Assert.Equal(HttpStatusCode.NotFound, await Filmmaker.StatusOf(link["url"]!));
    }

    [Fact]
    public async Task What_a_request_could_not_finish_the_roll_up_does()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var id = await Stage.PublishAsync(host, reviewer);
        // The record is changed and the audit written; then storage goes away before lists and files follow.
        host.Meter.Faults = (request, _) =>
            request.Method != Azure.Core.RequestMethod.Get
            && !request.Uri.Path.Contains("$batch", StringComparison.Ordinal)
            && !request.Uri.Path.Contains("Audit", StringComparison.Ordinal)
                ? Fault.Disconnect
                : Fault.None;
        Assert.Equal(HttpStatusCode.NoContent, (await reviewer.TakeDownAsync(id)).StatusCode);
        host.Meter.Faults = (_, _) => Fault.None;
        Assert.NotEmpty(await Stage.FilesOf(host, VideoBlobs.Media));
        await host.RollUpAsync();

        Assert.Empty(await Stage.FilesOf(host, VideoBlobs.Held, VideoBlobs.Media));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync($"api/videos/{id}")).StatusCode);
        foreach (var sort in new[] { "newest", "popular" })
            Assert.Empty((await Farmer.JsonOf(await host.Http.GetAsync($"api/videos?sort={sort}")))["items"]!.AsArray());
    }

    [Fact]
    public async Task The_timer_clears_what_is_abandoned_or_too_large_or_done_and_keeps_what_is_needed()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        await farmer.SubmitVideoAsync("in review");
        await Farmer.JsonOf(await reviewer.DecideAsync(await farmer.SubmitVideoAsync("published"), "publish"));
        await Filmmaker.UploadBothAsync(await farmer.OpenVideoAsync(Clip.Field.Length, "going on"));
        await Filmmaker.UploadAsync((await farmer.OpenVideoAsync(1000, "too large"))["upload"]!["url"]!, Clip.Field);
        var staged = await farmer.OpenVideoAsync(1000, "too large, only staged");
        await new Azure.Storage.Blobs.Specialized.BlockBlobClient(
            new Uri((string)staged["upload"]!["url"]!),
            Filmmaker.Blobs
        ).StageBlockAsync("MDAw", new MemoryStream(Clip.Field));
        Assert.Equal(8, (await Stage.FilesOf(host, VideoBlobs.Uploads)).Count);

        await host.ClearUploadsAsync();
        Assert.Equal(4, (await Stage.FilesOf(host, VideoBlobs.Uploads)).Count);
        host.Time.Advance(TimeSpan.FromDays(8));
        await host.ClearUploadsAsync();
        Assert.Equal(2, (await Stage.FilesOf(host, VideoBlobs.Uploads)).Count);
    }

    private static async Task<byte[]> BytesOf(JsonNode url)
    {
        using var http = new HttpClient();
        return await http.GetByteArrayAsync((string)url!);
    }
}
