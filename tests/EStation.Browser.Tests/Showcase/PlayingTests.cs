using System.Collections.Concurrent;
using System.Globalization;
using EStation.Browsing;
using EStation.Testing;
using Clip = EStation.Testing.Clip;

namespace EStation.Showcase;

/// <summary>A film's way from a phone to other phones: uploaded by the official client for JavaScript, played by Chromium.</summary>
public class PlayingTests(TestStorage storage, Browser browser)
{
    private const int Size = 40_000_000;

    [Fact]
    public async Task A_film_of_40_MB_that_was_stopped_half_way_is_published_and_played_and_sought_in_by_ranges()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        using var upload = new PhoneUpload(Clip.FieldOf(Size));
        var opened = await farmer.OpenVideoAsync(Size);
        await upload.PutBlocksAsync((string)opened["upload"]!["url"]!, 0, 5);
        var renewed = await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{opened["id"]}/upload"));
        await upload.PutBlocksAsync((string)renewed["url"]!, renewed["staged"]!.AsArray().Count, int.MaxValue, commit: true);
        await Filmmaker.UploadAsync(renewed["poster"]!["url"]!, Clip.Poster, "image/jpeg");
        await Farmer.JsonOf(await farmer.PostAsync($"api/videos/{opened["id"]}/submit"));
        await Farmer.JsonOf(await reviewer.DecideAsync((string)opened["id"]!, "publish"));
        var playback = (string)(await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{opened["id"]}")))["playback"]!["url"]!;

        // On a page of the site, with its security policy.
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!);
        var page = await phone.NewPageAsync();
        var answers = new ConcurrentBag<(int Status, string Range)>();
        page.Response += (_, response) =>
        {
            if (response.Url == playback)
                answers.Add((response.Status, response.Headers.GetValueOrDefault("content-range", "")));
        };
        await page.GotoAsync("/");
        Assert.Equal("10 136x240", await page.EvaluateAsync<string>(Show, playback));
        foreach (var second in new[] { 0, 8, 2 }) // to where the other half of the film is, and back
            Assert.InRange(await page.EvaluateAsync<double>(PlayFrom, second), second + 0.5, second + 2);
        Assert.InRange(
            await page.EvaluateAsync<int>("document.querySelector('#film').getVideoPlaybackQuality().totalVideoFrames"),
            20,
            int.MaxValue
        );

        Assert.All(answers, answer => Assert.Equal(206, answer.Status));
        var starts = answers.Select(answer => long.Parse(answer.Range.Split(' ', '-')[1], CultureInfo.InvariantCulture)).Order().ToList();
        Assert.Equal(0, starts[0]);
        Assert.InRange(starts[^1], Size - 100_000, Size);
        TestContext.Current.SendDiagnosticMessage($"Chromium asked for ranges from {string.Join(", ", starts)} of {Size}");
    }

    private const string Show = """
        url => new Promise((resolve, reject) => {
          const film = document.createElement('video');
          Object.assign(film, { id: 'film', muted: true, playsInline: true, preload: 'metadata' });
          film.onloadedmetadata = () => resolve(`${Math.round(film.duration)} ${film.videoWidth}x${film.videoHeight}`);
          film.onerror = () => reject(new Error(film.error.message));
          document.body.prepend(film);
          film.src = url;
        })
        """;

    /// <summary>Seeks, plays on until more than half a second further, and says where it is.</summary>
    private const string PlayFrom = """
        second => new Promise((resolve, reject) => {
          const film = document.querySelector('#film');
          film.onerror = () => reject(new Error(film.error.message));
          film.ontimeupdate = () => {
            if (film.seeking || film.currentTime < second + 0.5) return;
            film.ontimeupdate = null;
            film.pause();
            resolve(film.currentTime);
          };
          film.currentTime = second;
          film.play().catch(reject);
        })
        """;
}
