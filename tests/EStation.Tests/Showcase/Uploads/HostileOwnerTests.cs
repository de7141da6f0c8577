#pragma warning disable CA5350, CA5351 // the attack tries weak hashes, and storage asks for MD5
using System.Net;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using EStation.Testing;

namespace EStation.Showcase.Uploads;

/// <summary>Owners who do with their signatures what no client of ours does.</summary>
public class HostileOwnerTests(TestStorage storage)
{
    /// <summary>All that a signature to create and write lets its holder do, by how we see the file afterwards.</summary>
    private static readonly IReadOnlyList<(string What, bool CanBeSubmitted, Func<Uri, Task> Act)> Tricks =
    [
        ("leases it for ever", true, async url => await Blob(url).GetBlobLeaseClient().AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration)),
        ("takes snapshots", true, async url => await Blob(url).CreateSnapshotAsync()),
        ("archives it", false, async url => await Blob(url).SetAccessTierAsync(AccessTier.Archive)),
        (
            "makes it an append blob",
            false,
            async url => await new AppendBlobClient(url, Filmmaker.Blobs).CreateAsync(new AppendBlobCreateOptions())
        ),
        ("makes it a page blob", false, async url => await new PageBlobClient(url, Filmmaker.Blobs).CreateAsync(512)),
    ];

    [Fact]
    public async Task Whatever_they_make_of_the_file_it_is_refused_or_reviewed_and_cleared_with_all_others()
    {
        await using var host = await Stage.StartAsync(storage);
        foreach (var (what, canBeSubmitted, act) in Tricks)
        {
            var farmer = await Farmer.SignUpAsync(host);
            var opened = await farmer.OpenVideoAsync(Clip.Field.Length, what);
            await Filmmaker.UploadBothAsync(opened);
            await act(new Uri((string)opened["upload"]!["url"]!));
            Assert.Equal(HttpStatusCode.OK, (await farmer.PostAsync($"api/videos/{opened["id"]}/upload")).StatusCode);
            var answer = await farmer.PostAsync($"api/videos/{opened["id"]}/submit");
            Assert.True(
                answer.StatusCode == (canBeSubmitted ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity),
                $"{what}: {answer.StatusCode}"
            );
        }

        await host.ClearUploadsAsync();
        Assert.Equal(2 * Tricks.Count, (await Stage.FilesOf(host, VideoBlobs.Uploads)).Count);
        foreach (var video in await QueueAsync(host))
            await Farmer.JsonOf(await (await Stage.ReviewerAsync(host)).DecideAsync(video, "publish"));
        host.Time.Advance(TimeSpan.FromDays(8));
        await host.ClearUploadsAsync();
        Assert.Empty(await Stage.FilesOf(host, VideoBlobs.Uploads));
    }

    [Fact]
    public async Task Headers_metadata_and_tags_of_the_uploader_reach_neither_reviewers_nor_the_public()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var opened = await farmer.OpenVideoAsync(Clip.Field.Length);
        foreach (
            var (part, file, type) in new[]
            {
                ("upload", Clip.Field, "video/mp4"),
                ("poster", Clip.Poster, "text/html"), // nobody asks for the poster's type: its bytes tell
            }
        )
            await Blob(new Uri((string)opened[part]!["url"]!))
                .UploadAsync(
                    new MemoryStream(file),
                    new BlobUploadOptions
                    {
                        HttpHeaders = new()
                        {
                            ContentType = type,
                            CacheControl = "public, max-age=31536000, immutable",
                            ContentEncoding = "gzip",
                            ContentDisposition = "attachment; filename=\"planted.html\"",
                            ContentLanguage = "x-planted",
                        },
                        Metadata = new Dictionary<string, string> { ["planted"] = "yes" },
                    }
                );
        var id = (string)opened["id"]!;
        await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{id}/submit"));
        await AssertOursAsync(host, VideoBlobs.Held);
        var queued = Assert.Single((await Farmer.JsonOf(await reviewer.GetAsync("api/reviews?region=22")))["items"]!.AsArray())!;
        await AssertServedAsOursAsync((string)queued["preview"]!["url"]!, "video/mp4");
        await Farmer.JsonOf(await reviewer.DecideAsync(id, "publish"));
        await AssertOursAsync(host, VideoBlobs.Media);
        var shown = await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{id}"));
        await AssertServedAsOursAsync((string)shown["playback"]!["url"]!, "video/mp4");
        await AssertServedAsOursAsync((string)shown["poster"]!["url"]!, "image/jpeg");
    }

    private static async Task AssertOursAsync(TestHost host, string container)
    {
        var files = await Stage.FilesOf(host, container);
        Assert.Equal(2, files.Count);
        foreach (var file in files)
        {
            var copy = new BlockBlobClient(host.ConnectionString, container, file, Filmmaker.Blobs);
            var found = (await copy.GetPropertiesAsync()).Value;
            Assert.Equal(file.EndsWith(VideoBlobs.Poster, StringComparison.Ordinal) ? "image/jpeg" : "video/mp4", found.ContentType);
            Assert.Equal("private, max-age=480", found.CacheControl);
            Assert.All(
                new[] { found.ContentEncoding, found.ContentDisposition, found.ContentLanguage },
                header => Assert.True(string.IsNullOrEmpty(header), header)
            );
            Assert.DoesNotContain("planted", found.Metadata.Keys);
            Assert.Empty((await copy.GetTagsAsync()).Value.Tags);
        }
    }

    private static async Task AssertServedAsOursAsync(string url, string type)
    {
        using var http = new HttpClient();
        var headers = (await http.GetAsync(url)).Content.Headers;
        Assert.Equal(type, headers.ContentType?.MediaType);
        Assert.Empty(headers.ContentEncoding);
        Assert.Empty(headers.ContentLanguage);
        Assert.Null(headers.ContentDisposition);
    }

    [Fact]
    public async Task More_than_was_announced_is_cleared_also_where_it_is_only_staged_beside_a_film()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var opened = await farmer.OpenVideoAsync(Clip.Field.Length);
        await Filmmaker.UploadBothAsync(opened);
        var blob = Blob(new Uri((string)opened["upload"]!["url"]!));
        await blob.StageBlockAsync("MDAw", new MemoryStream(Clip.Field));
        await host.ClearUploadsAsync();
        Assert.Equal(2, (await Stage.FilesOf(host, VideoBlobs.Uploads)).Count); // as when a film is being replaced
        await blob.StageBlockAsync("MDAx", new MemoryStream([1]));
        await host.ClearUploadsAsync();
        Assert.Single(await Stage.FilesOf(host, VideoBlobs.Uploads));
        Assert.Empty((await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{opened["id"]}/upload")))["staged"]!.AsArray());
    }

    [Fact]
    public async Task Copies_of_submissions_that_came_to_nothing_are_cleared_and_those_in_review_are_kept()
    {
        await using var host = await Stage.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var kept = await farmer.SubmitVideoAsync("in review");
        var opened = await farmer.OpenVideoAsync(Clip.Field.Length);
        await Filmmaker.UploadBothAsync(opened);
        // The record is not written any more: as when a process dies.
        host.Meter.Faults = (request, when) =>
            request.Uri.Path.Contains("$batch", StringComparison.Ordinal) && when == When.BeforeSending ? Fault.Disconnect : Fault.None;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await farmer.PostAsync($"api/videos/{opened["id"]}/submit")).StatusCode);
        host.Meter.Faults = (_, _) => Fault.None;
        await host.ClearUploadsAsync();
        Assert.Equal(4, (await Stage.FilesOf(host, VideoBlobs.Held)).Count); // it may still be written
        host.Time.Advance(TimeSpan.FromHours(2));
        await host.ClearUploadsAsync();
        Assert.All(await Stage.FilesOf(host, VideoBlobs.Held), file => Assert.StartsWith(kept, file, StringComparison.Ordinal));
        Assert.Equal(2, (await Stage.FilesOf(host, VideoBlobs.Held)).Count);
        Assert.Equal("inReview", (string)(await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{opened["id"]}/submit")))["state"]!);
    }

    private static async Task<IEnumerable<string>> QueueAsync(TestHost host) =>
        (await Farmer.JsonOf(await (await Stage.ReviewerAsync(host)).GetAsync("api/reviews?region=22")))["items"]!
            .AsArray()
            .Select(item => (string)item!["video"]!["id"]!);

    private static BlockBlobClient Blob(Uri url) => new(url, Filmmaker.Blobs);
}
