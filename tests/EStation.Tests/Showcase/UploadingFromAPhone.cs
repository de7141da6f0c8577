using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using EStation.Emulator;
using EStation.Testing;

namespace EStation.Showcase;

/// <summary>The way of a 40 MB film, by the official client for JavaScript, which knows nothing of us.</summary>
public class UploadingFromAPhone(TestStorage storage)
{
    private const int Size = 40_000_000;
    private const int MostBytes = 100_000;

    [Fact]
    public async Task Stopped_half_way_resumed_with_a_fresh_url_reviewed_and_played_in_ranges()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        using var film = new TemporaryFile(Clip.FieldOf(Size));
        host.Meter.Reset();

        var opened = await farmer.OpenVideoAsync(Size);
        await PutBlocksAsync(opened["upload"]!, film.Path, 0, 5);
        var renewed = await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{opened["id"]}/upload"));
        var staged = renewed["staged"]!.AsArray();
        Assert.Equal(5, staged.Count);
        Assert.All(staged, block => Assert.Equal(4 * 1024 * 1024, (int)block!["size"]!));
        await PutBlocksAsync(renewed, film.Path, staged.Count, int.MaxValue, commit: true);
        await Filmmaker.UploadAsync(renewed["poster"]!["url"]!, Clip.Poster, "image/jpeg");
        await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{opened["id"]}/submit"));
        var queued = (await Farmer.JsonOf(await reviewer.GetAsync("api/reviews?region=220102")))["items"]![0]!;
        Assert.Equal(Size, (await RangeAsync(queued["preview"]!, 0, 99)).Headers.ContentRange!.Length);
        await Farmer.JsonOf(await reviewer.DecideAsync((string)opened["id"]!, "publish"));
        var shown = await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{opened["id"]}"));
        Assert.InRange(host.Meter.Bytes, 1, MostBytes);

        // A player that seeks asks for the end, then for the middle.
        var file = await File.ReadAllBytesAsync(film.Path);
        foreach (var (from, to) in new[] { (Size - 65_536, Size - 1), (Size / 2, (Size / 2) + 65_535), (0, 65_535) })
        {
            var part = await RangeAsync(shown["playback"]!, from, to);
            Assert.Equal("video/mp4", part.Headers.ContentType!.MediaType);
            Assert.Equal(file[from..(to + 1)], await part.ReadAsByteArrayAsync());
        }

        TestContext.Current.SendDiagnosticMessage($"40 MB cost {host.Meter.Bytes} bytes and {host.Meter.All} requests between us and storage");
    }

    private static async Task PutBlocksAsync(JsonNode upload, string path, int from, int to, bool commit = false)
    {
        var folder = Path.Combine(Emulator.SourceTree.Root!, "tests", "EStation.Tests", "Showcase", "upload");
        await NpmInstallation.EnsureAsync(folder, "the client for JavaScript that a test uploads with,", CancellationToken.None);
        string[] arguments = ["upload.mjs", (string)upload["url"]!, path, $"{upload["blockBytes"]}", $"{from}", $"{to}", commit ? "commit" : ""];
        using var node = AzuriteInstallation.Start(new ProcessStartInfo("node", arguments) { WorkingDirectory = folder, RedirectStandardError = true });
        var errors = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, errors);
    }

    private static async Task<HttpContent> RangeAsync(JsonNode link, long from, long to)
    {
        using var http = new HttpClient { DefaultRequestHeaders = { Range = new RangeHeaderValue(from, to) } };
        var response = await http.GetAsync((string)link["url"]!);
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        return response.Content;
    }

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(byte[] content) => File.WriteAllBytes(Path, content);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
