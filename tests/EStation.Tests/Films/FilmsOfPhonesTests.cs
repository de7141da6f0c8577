using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EStation.Showcase;
using EStation.Showcase.Uploads;
using EStation.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Films;

/// <summary>A phone's film from its submission to the showcase.</summary>
public class FilmsOfPhonesTests(TestStorage storage)
{
    private static readonly Dictionary<string, string?> Settings = new(Stage.Settings) { ["Films:Prepare"] = "true" };

    [Fact]
    public async Task An_HEVC_film_without_a_poster_is_prepared_reviewed_and_shown_in_renditions()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var reviewer = await Stage.ReviewerAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var id = await SubmitAsync(farmer, Clip.Read("hevc.mp4"), "video/quicktime");
        Assert.Empty((await Farmer.JsonOf(await reviewer.GetAsync("api/reviews?region=22")))["items"]!.AsArray());
        Assert.Equal("preparing", (string)(await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{id}/submit")))["state"]!);
        await CollectAsync(host);
        Assert.Equal("preparing", await StateAsync(farmer)); // nothing is prepared yet

        Assert.Equal(1, await Studio.DrainAsync(host.ConnectionString));
        await CollectAsync(host);
        await CollectAsync(host);
        var queued = Assert.Single((await Farmer.JsonOf(await reviewer.GetAsync("api/reviews?region=22")))["items"]!.AsArray())!;
        Assert.Equal(5, queued["frames"]!.AsArray().Count);
        foreach (var link in queued["frames"]!.AsArray().Append(queued["poster"]).Append(queued["preview"]))
            Assert.Equal(HttpStatusCode.OK, await Filmmaker.StatusOf(link!["url"]!));
        await Farmer.JsonOf(await reviewer.DecideAsync(id, "publish"));

        var playback = (await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{id}")))["playback"]!;
        var smallest = playback["renditions"]![0]!;
        Assert.Equal(240, (int)smallest["height"]!);
        var film = await BytesOf(smallest["url"]!);
        Assert.Equal((long)smallest["bytes"]!, film.Length);
        Assert.Equal("moov", Encoding.ASCII.GetString(film, FirstBoxAfter(film), 4)); // the index is in front
        Assert.True(film.AsSpan().IndexOf("avc1"u8) > 0);
        Assert.DoesNotContain(await Stage.FilesOf(host, VideoBlobs.Media), name => name.EndsWith("/video", StringComparison.Ordinal));
        Assert.Empty(await Stage.FilesOf(host, VideoBlobs.Held));
        Assert.Equal(HttpStatusCode.NoContent, (await reviewer.TakeDownAsync(id)).StatusCode);
        Assert.Empty(await Stage.FilesOf(host, VideoBlobs.Held, VideoBlobs.Media));
    }

    [Fact]
    public async Task A_film_that_cannot_be_prepared_goes_back_to_its_owner_with_the_reason_and_can_be_mended()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var farmer = await Farmer.SignUpAsync(host);
        var broken = Clip.Field;
        broken.AsSpan(64, broken.Length / 2).Fill(7);
        var id = await SubmitAsync(farmer, broken, "video/mp4");
        await Studio.DrainAsync(host.ConnectionString);
        await CollectAsync(host);
        await host.RollUpAsync();
        Assert.Equal("returned", await StateAsync(farmer));
        var told = Assert.Single((await Farmer.JsonOf(await farmer.GetAsync("api/inbox")))["items"]!.AsArray())!;
        Assert.Equal("video-returned", (string)told["kind"]!);
        Assert.Empty(await Stage.FilesOf(host, VideoBlobs.Held));

        var renewed = await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{id}/upload", new { size = Clip.Field.Length }));
        await Filmmaker.UploadAsync(renewed["url"]!, Clip.Field);
        await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{id}/submit"));
        await Studio.DrainAsync(host.ConnectionString);
        await CollectAsync(host);
        Assert.Equal("inReview", await StateAsync(farmer));
    }

    [Fact]
    public async Task A_film_that_its_owner_deletes_while_it_is_prepared_is_gone()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var farmer = await Farmer.SignUpAsync(host);
        var id = await SubmitAsync(farmer, Clip.Field, "video/mp4");
        await using var claim = await new HeldFilms(Studio.HeldOf(host.ConnectionString)).ClaimAsync(
            (await Studio.FilesOf(Studio.HeldOf(host.ConnectionString)))[0].Replace("/video", "", StringComparison.Ordinal),
            CancellationToken.None
        );
        Assert.NotNull(claim);
        Assert.Equal(HttpStatusCode.NoContent, (await farmer.DeleteAsync($"api/videos/{id}")).StatusCode);
        Assert.Empty(await Stage.FilesOf(host, VideoBlobs.Held));
        await CollectAsync(host);
    }

    private static async Task<string> SubmitAsync(Farmer farmer, byte[] film, string type)
    {
        var announcement = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Filmmaker.Announcement(film.Length)))!;
        announcement["contentType"] = type;
        var opened = await Farmer.JsonOf(await farmer.PostAsync("api/videos", announcement));
        await Filmmaker.UploadAsync(opened["upload"]!["url"]!, film, type);
        var id = (string)opened["id"]!;
        Assert.Equal("preparing", (string)(await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{id}/submit")))["state"]!);
        return id;
    }

    private static Task CollectAsync(TestHost host) => ActivatorUtilities.CreateInstance<CollectFilms>(host.Services).Run(new());

    private static async Task<string> StateAsync(Farmer farmer) =>
        (string)(await Farmer.JsonOf(await farmer.GetAsync("api/me/videos")))["items"]![0]!["state"]!;

    private static async Task<byte[]> BytesOf(JsonNode url)
    {
        using var http = new HttpClient();
        return await http.GetByteArrayAsync((string)url!);
    }

    private static int FirstBoxAfter(byte[] film) => (int)System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(film) + 4;
}
