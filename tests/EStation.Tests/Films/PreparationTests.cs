using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using EStation.Testing;

namespace EStation.Films;

/// <summary>The program alone: several instances, hostile files, limits.</summary>
public class PreparationTests(TestStorage storage)
{
    private const string Film = "220102000000000000000000000000000000/1-abc";

    [Fact]
    public async Task Of_instances_that_see_a_film_at_once_one_prepares_it_and_nothing_of_the_others_is_left()
    {
        var (account, held) = await HoldAsync(Clip.Field);
        await held.UploadBlobAsync($"{Film}/try-dead-240", new BinaryData("left behind"));
        var stored = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Studio.DrainAsync(account)));
        Assert.Equal(1, stored.Sum());
        var prepared = await ReadAsync(held);
        Assert.Null(prepared.Flaw);
        Assert.All(
            (await Studio.FilesOf(held)).Where(name => name.Contains("/try-", StringComparison.Ordinal)),
            name => Assert.StartsWith($"{Film}/{prepared.Attempt}-", name, StringComparison.Ordinal)
        );
        Assert.Equal(0, await Studio.DrainAsync(account)); // it is prepared once
    }

    [Fact]
    public async Task A_film_that_another_instance_has_is_left_alone_until_its_claim_ends()
    {
        var (account, held) = await HoldAsync(Clip.Field);
        var films = new HeldFilms(held);
        var claim = await films.ClaimAsync(Film, CancellationToken.None);
        Assert.NotNull(claim);
        Assert.Equal(0, await Studio.DrainAsync(account));
        Assert.DoesNotContain($"{Film}/{PreparedFilm.Name}", await Studio.FilesOf(held));

        await held.GetBlobClient($"{Film}/claim").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero); // as after a death
        Assert.Equal(1, await Studio.DrainAsync(account));
        await claim.DisposeAsync();
    }

    [Theory]
    [InlineData("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n")]
    [InlineData("#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/secret\n")]
    [InlineData("ffconcat version 1.0\nfile '/etc/passwd'\n")]
    [InlineData("v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>")]
    [InlineData("")]
    public async Task A_file_that_names_other_files_is_no_film(string hostile)
    {
        var (account, held) = await HoldAsync(Encoding.UTF8.GetBytes(hostile));
        Assert.Equal(1, await Studio.DrainAsync(account));
        Assert.Equal(Flaw.NoPicture, (await ReadAsync(held)).Flaw);
    }

    [Fact]
    public async Task A_film_that_takes_more_than_the_limits_is_refused_in_time()
    {
        var (account, held) = await HoldAsync(Clip.Field);
        await Studio.DrainAsync(account, FfmpegLimits.Usual with { FileBytes = 4096 });
        Assert.Equal(Flaw.Damaged, (await ReadAsync(held)).Flaw);
        (account, held) = await HoldAsync(Clip.Field);
        await Studio.DrainAsync(account, FfmpegLimits.Usual with { Time = TimeSpan.FromMilliseconds(1) });
        Assert.Equal(Flaw.TooHeavy, (await ReadAsync(held)).Flaw);
    }

    [Fact]
    public async Task A_film_whose_pictures_are_rubbish_is_damaged()
    {
        var film = Clip.Field;
        film.AsSpan(64, film.Length / 2).Fill(7);
        var (account, held) = await HoldAsync(film);
        await Studio.DrainAsync(account);
        Assert.Contains((await ReadAsync(held)).Flaw, new[] { Flaw.Damaged, Flaw.NoPicture });
    }

    private async Task<(string Account, BlobContainerClient Held)> HoldAsync(byte[] film)
    {
        var account = storage.NewAccount();
        var held = Studio.HeldOf(account);
        await held.CreateIfNotExistsAsync();
        await held.UploadBlobAsync($"{Film}/{HeldFilms.Video}", new BinaryData(film));
        return (account, held);
    }

    private static async Task<PreparedFilm> ReadAsync(BlobContainerClient held) =>
        (await held.GetBlobClient($"{Film}/{PreparedFilm.Name}").DownloadContentAsync()).Value.Content.ToObjectFromJson<PreparedFilm>()!;
}
