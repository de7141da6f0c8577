using System.Net;
using System.Net.Http.Headers;
using EStation.Testing;

namespace EStation.Showcase.Uploads;

/// <summary>The way of a 40 MB film, by the official client for JavaScript, which knows nothing of us.</summary>
public class UploadingFromAPhoneTests(TestStorage storage)
{
    private const int Size = 40_000_000;
    private const int MostBytes = 100_000;

    /// <summary>To storage, with the headers of all requests: about a kilobyte each.</summary>
    private const int MostOnTheLine = 200_000;

    [Fact]
    public async Task Stopped_half_way_resumed_with_a_fresh_url_reviewed_and_played_in_ranges()
    {
        await using var metered = new MeteredStorage(storage.NewAccount());
        await using var host = await Stage.StartAsync(storage, metered.ConnectionString);
        await using var front = new MeteredLine(host.Http.BaseAddress!.Port);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{front.Port}") };
        var reviewer = (await Stage.ReviewerAsync(host)).By(http);
        var farmer = (await Farmer.SignUpAsync(host)).By(http);
        var film = Clip.FieldOf(Size);
        using var phone = new PhoneUpload(film);
        var before = metered.Bytes;
        host.Meter.Reset();

        var opened = await farmer.OpenVideoAsync(Size);
        Assert.Equal(PhoneUpload.BlockBytes, (int)opened["upload"]!["blockBytes"]!);
        await phone.PutBlocksAsync(metered.Direct(opened["upload"]!["url"]!), 0, 5);
        var renewed = await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{opened["id"]}/upload"));
        var staged = renewed["staged"]!.AsArray();
        Assert.Equal(5, staged.Count);
        Assert.All(staged, block => Assert.Equal(PhoneUpload.BlockBytes, (int)block!["size"]!));
        await phone.PutBlocksAsync(metered.Direct(renewed["url"]!), staged.Count, int.MaxValue, commit: true);
        await Filmmaker.UploadAsync(metered.Direct(renewed["poster"]!["url"]!), Clip.Poster, "image/jpeg");
        await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{opened["id"]}/submit"));
        var queued = (await Farmer.JsonOf(await reviewer.GetAsync("api/reviews?region=220102")))["items"]![0]!;
        Assert.Equal(Size, (await RangeAsync(metered.Direct(queued["preview"]!["url"]!), 0, 99)).Headers.ContentRange!.Length);
        await Farmer.JsonOf(await reviewer.DecideAsync((string)opened["id"]!, "publish"));
        var shown = await Farmer.JsonOf(await http.GetAsync($"api/videos/{opened["id"]}"));
        var (withPhones, withStorage) = (front.Bytes, metered.Bytes - before);
        TestContext.Current.SendDiagnosticMessage(
            $"40 MB cost {withPhones} bytes on the line to phones; {host.Meter.Bytes} bytes in {host.Meter.All} requests to storage, {withStorage} on that line"
        );
        Assert.InRange(withPhones + host.Meter.Bytes, 1_000, MostBytes);
        Assert.InRange(withStorage, host.Meter.Bytes, MostOnTheLine);

        // A player that seeks asks for the end, then for the middle.
        foreach (var (from, to) in new[] { (Size - 65_536, Size - 1), (Size / 2, (Size / 2) + 65_535), (0, 65_535) })
        {
            var part = await RangeAsync(metered.Direct(shown["playback"]!["url"]!), from, to);
            Assert.Equal("video/mp4", part.Headers.ContentType!.MediaType);
            Assert.Equal(film[from..(to + 1)], await part.ReadAsByteArrayAsync());
        }
    }

    private static async Task<HttpContent> RangeAsync(string url, long from, long to)
    {
        using var http = new HttpClient { DefaultRequestHeaders = { Range = new RangeHeaderValue(from, to) } };
        var response = await http.GetAsync(url);
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        return response.Content;
    }
}
