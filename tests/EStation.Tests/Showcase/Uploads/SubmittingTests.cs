using System.Net;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using EStation.Testing;

namespace EStation.Showcase.Uploads;

/// <summary>From the announcement to the review: what is refused, and that it can be mended and sent again.</summary>
public class SubmittingTests(TestStorage storage)
{
    [Fact]
    public async Task Each_flaw_is_refused_with_its_reason_and_can_be_mended_and_sent_again()
    {
        await using var host = await TestHost.StartAsync(storage);
        foreach (var flaw in Flawed.All)
        {
            var farmer = await Farmer.SignUpAsync(host);
            var opened = await farmer.OpenVideoAsync(flaw.Announced);
            var video = $"api/videos/{opened["id"]}";
            await flaw.UploadAsync(opened);
            var refused = await farmer.PostAsync(video + "/submit");
            Assert.True(refused.StatusCode == HttpStatusCode.UnprocessableEntity, $"{flaw.What}: {refused.StatusCode}");
            Assert.StartsWith(flaw.Reason, await Filmmaker.ReasonOf(refused, flaw.Part));
            Assert.Equal("uploading", (string)(await Farmer.JsonOf(await farmer.GetAsync("api/me/videos")))["items"]![0]!["state"]!);

            var renewed = await Farmer.JsonOf(await farmer.PostAsync(video + "/upload", new { size = Clip.Field.Length }));
            await Filmmaker.UploadAsync(renewed["url"]!, Clip.Field);
            await Filmmaker.UploadAsync(renewed["poster"]!["url"]!, Clip.Poster, "image/jpeg");
            var submitted = await Farmer.JsonOf(await farmer.PostAsync(video + "/submit"));
            Assert.Equal(("inReview", 136, 240), ((string)submitted["state"]!, (int)submitted["width"]!, (int)submitted["height"]!));
            var again = await Farmer.JsonOf(await farmer.PostAsync(video + "/submit"));
            Assert.Equal((string)submitted["submittedAt"]!, (string)again["submittedAt"]!);
        }

        Assert.Equal(2 * Flawed.All.Count, (await Stage.FilesOf(host, VideoBlobs.Held)).Count); // of what was refused, nothing
    }

    [Fact]
    public async Task Blocks_that_are_put_together_without_a_word_on_their_type_are_a_video_when_they_are_one()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var opened = await farmer.OpenVideoAsync(Clip.Field.Length);
        foreach (var (url, file) in new[] { (opened["upload"]!["url"], Clip.Field), (opened["poster"]!["url"], Clip.Poster) })
        {
            var blob = new BlockBlobClient(new Uri((string)url!), Filmmaker.Blobs);
            await blob.StageBlockAsync("MDAwMA==", new MemoryStream(file));
            await blob.CommitBlockListAsync(["MDAwMA=="]);
        }

        Assert.Equal("inReview", (string)(await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{opened["id"]}/submit")))["state"]!);
    }

    [Fact]
    public async Task The_reason_is_told_in_the_owners_language()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var film = Clip.Read("hevc.mp4");
        var opened = await farmer.OpenVideoAsync(film.Length);
        await Filmmaker.UploadBothAsync(opened, film);
        foreach (var (language, words) in new[] { ("zh", "请用 H.264 录制"), ("ko", "H.264로 촬영하세요") })
            Assert.Contains(
                words,
                (string)
                    JsonNode.Parse(
                        await (await farmer.PostAsync($"api/videos/{opened["id"]}/submit?lang={language}")).Content.ReadAsStringAsync()
                    )!["detail"]!,
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task What_is_overwritten_while_it_is_looked_at_is_not_submitted()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        foreach (var (part, overwritten) in new[] { ("video", Clip.Read("front.mp4")), ("poster", Clip.Read("poster.webp")) })
        {
            var opened = await farmer.OpenVideoAsync(Clip.Field.Length, part);
            await Filmmaker.UploadBothAsync(opened);
            // After the last look, before the copy.
            host.Meter.Hold = async request =>
            {
                if (
                    request.Method == RequestMethod.Put
                    && request.Uri.Path.Contains($"/held/{opened["id"]}", StringComparison.Ordinal)
                    && request.Uri.Path.EndsWith(part, StringComparison.Ordinal)
                )
                    await Filmmaker.UploadAsync(part == "video" ? opened["upload"]!["url"]! : opened["poster"]!["url"]!, overwritten);
            };
            Assert.StartsWith(
                "is being overwritten",
                await Filmmaker.ReasonOf(await farmer.PostAsync($"api/videos/{opened["id"]}/submit"), "video")
            );
            host.Meter.Hold = _ => Task.CompletedTask;
            await Filmmaker.UploadBothAsync(opened);
            await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{opened["id"]}/submit"));
        }
    }

    [Fact]
    public async Task An_announcement_is_checked_and_changes_nothing_when_it_is_refused()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var wrong = await farmer.PostAsync(
            "api/videos",
            new
            {
                campaign = "none",
                title = " ",
                description = "",
                theme = "x",
                language = "fr",
                size = 0,
                contentType = "text/html",
            }
        );
        var errors = JsonNode.Parse(await wrong.Content.ReadAsStringAsync())!["errors"]!.AsObject().Select(error => error.Key);
        Assert.Equal(["campaign", "contentType", "description", "language", "size", "title"], errors.Order());
        Assert.StartsWith(
            "must be one of",
            await Filmmaker.ReasonOf(await farmer.PostAsync("api/videos", Filmmaker.Announcement(1, theme: "x")), "theme")
        );
        Assert.StartsWith(
            "must be between",
            await Filmmaker.ReasonOf(await farmer.PostAsync("api/videos", Filmmaker.Announcement(209_715_201)), "size")
        );
        Assert.Empty((await Farmer.JsonOf(await farmer.GetAsync("api/me/videos")))["items"]!.AsArray());
    }

    [Fact]
    public async Task The_signature_writes_one_blob_for_an_hour_and_does_nothing_else()
    {
        // An hour and a half behind storage's own clock, by which signatures end.
        await using var late = await TestHost.StartAsync(storage, now: DateTimeOffset.UtcNow.AddMinutes(-90));
        await using var host = await TestHost.StartAsync(storage, connectionString: late.ConnectionString);
        var farmer = await Farmer.SignUpAsync(host);
        var opened = await farmer.OpenVideoAsync(Clip.Field.Length);
        var url = new Uri((string)opened["upload"]!["url"]!);
        await Filmmaker.UploadAsync(opened["upload"]!["url"]!, Clip.Field);
        var blob = new BlockBlobClient(url, Filmmaker.Blobs);
        var other = new UriBuilder(url) { Path = url.AbsolutePath.Replace("/video", "/other", StringComparison.Ordinal) }.Uri;
        var container = new UriBuilder(url)
        {
            Path = url.AbsolutePath[..url.AbsolutePath.IndexOf("/uploads/", StringComparison.Ordinal)] + "/uploads",
        }.Uri;
        await RefusesAsync(() => blob.DownloadContentAsync());
        await RefusesAsync(() => blob.GetPropertiesAsync());
        await RefusesAsync(() => blob.GetBlockListAsync());
        await RefusesAsync(() => blob.DeleteAsync());
        await RefusesAsync(() => new BlockBlobClient(other, Filmmaker.Blobs).UploadAsync(new MemoryStream([1])));
        await RefusesAsync(async () =>
            await new BlobContainerClient(container, Filmmaker.Blobs).GetBlobsAsync().GetAsyncEnumerator().MoveNextAsync()
        );

        var expired = await (await Farmer.SignUpAsync(late)).OpenVideoAsync(Clip.Field.Length);
        await RefusesAsync(() => Filmmaker.UploadAsync(expired["upload"]!["url"]!, Clip.Field));
    }

    [Fact]
    public async Task The_blocks_that_are_there_are_told_to_whoever_goes_on()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var opened = await farmer.OpenVideoAsync(Clip.Field.Length);
        Assert.Equal(4 * 1024 * 1024, (int)opened["upload"]!["blockBytes"]!);
        var blob = new BlockBlobClient(new Uri((string)opened["upload"]!["url"]!), Filmmaker.Blobs);
        await blob.StageBlockAsync("MDAwMDAw", new MemoryStream(Clip.Field[..20_000]));

        var renewed = await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{opened["id"]}/upload"));
        var staged = Assert.Single(renewed["staged"]!.AsArray())!;
        Assert.Equal(("MDAwMDAw", 20_000), ((string)staged["id"]!, (int)staged["size"]!));
        blob = new BlockBlobClient(new Uri((string)renewed["url"]!), Filmmaker.Blobs);
        await blob.StageBlockAsync("MDAwMDAx", new MemoryStream(Clip.Field[20_000..]));
        await blob.CommitBlockListAsync(
            ["MDAwMDAw", "MDAwMDAx"],
            new CommitBlockListOptions { HttpHeaders = new() { ContentType = "video/mp4" } }
        );
        await Filmmaker.UploadAsync(renewed["poster"]!["url"]!, Clip.Poster);
        Assert.Equal(HttpStatusCode.OK, (await farmer.PostAsync($"api/videos/{opened["id"]}/submit")).StatusCode);
        Assert.Equal(
            "video.closed",
            await Farmer.RefusalOf(await farmer.PostAsync($"api/videos/{opened["id"]}/upload"), HttpStatusCode.Conflict)
        );
    }

    [Fact]
    public async Task The_same_announcement_opens_one_upload_and_there_are_never_more_than_three()
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var other = await TestHost.StartAsync(storage, connectionString: host.ConnectionString);
        var farmer = await Farmer.SignUpAsync(host);
        var first = await farmer.OpenVideoAsync(1000, "first");
        Assert.Equal((string)first["id"]!, (string)(await farmer.OpenVideoAsync(1000, "first"))["id"]!);

        var elsewhere = farmer.On(other);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(number =>
                    (number % 2 == 0 ? farmer : elsewhere).PostAsync("api/videos", Filmmaker.Announcement(1000, $"video {number}"))
                )
        );
        Assert.Equal(2, answers.Count(answer => answer.StatusCode == HttpStatusCode.Created));
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
            Assert.Equal("video.too-many-open", await Farmer.RefusalOf(refused, HttpStatusCode.Conflict));
        Assert.Equal(3, (await Farmer.JsonOf(await farmer.GetAsync("api/me/videos")))["items"]!.AsArray().Count);

        // What is deleted, or never finished, makes room.
        await farmer.DeleteAsync($"api/videos/{first["id"]}");
        await farmer.OpenVideoAsync(1000, "after deleting");
        host.Time.Advance(TimeSpan.FromDays(8));
        await farmer.OpenVideoAsync(1000, "a week later");
        var states = (await Farmer.JsonOf(await farmer.GetAsync("api/me/videos")))["items"]!
            .AsArray()
            .Select(video => (string)video!["state"]!);
        Assert.Equal(["uploading", "abandoned", "abandoned", "abandoned"], states);
    }

    [Fact]
    public async Task Another_person_can_neither_resume_nor_submit()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var opened = await farmer.OpenVideoAsync(Clip.Field.Length);
        await Filmmaker.UploadBothAsync(opened);
        var neighbour = await Farmer.SignUpAsync(host);
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(await neighbour.PostAsync($"api/videos/{opened["id"]}/upload"), HttpStatusCode.Forbidden)
        );
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(await neighbour.PostAsync($"api/videos/{opened["id"]}/submit"), HttpStatusCode.Forbidden)
        );
        Assert.Equal(
            "token.missing",
            await Farmer.RefusalOf(await host.Http.PostAsync($"api/videos/{opened["id"]}/submit", null), HttpStatusCode.Unauthorized)
        );
        Assert.Equal("not-found", await Farmer.RefusalOf(await neighbour.PostAsync("api/videos/nothing/submit"), HttpStatusCode.NotFound));
        Assert.Equal(HttpStatusCode.OK, (await farmer.PostAsync($"api/videos/{opened["id"]}/submit")).StatusCode);
    }

    private static async Task RefusesAsync<T>(Func<Task<T>> act) => await RefusesAsync((Func<Task>)(() => act()));

    private static async Task RefusesAsync(Func<Task> act) =>
        Assert.Equal(403, (await Assert.ThrowsAsync<RequestFailedException>(act)).Status);
}
