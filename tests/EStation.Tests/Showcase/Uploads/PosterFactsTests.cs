using EStation.Testing;

namespace EStation.Showcase.Uploads;

public class PosterFactsTests
{
    [Fact]
    public async Task Jpeg_and_webp_are_told_by_their_bytes()
    {
        Assert.Equal("image/jpeg", await TypeOf(Clip.Poster));
        Assert.Equal("image/webp", await TypeOf(Clip.Read("poster.webp")));
    }

    [Theory]
    [InlineData("poster.jpg")]
    [InlineData("poster.webp")]
    public async Task A_picture_that_is_cut_off_anywhere_is_none(string name)
    {
        var file = Clip.Read(name);
        for (var length = 0; length < file.Length; length += 7)
            Assert.Same(Flaw.PosterNoImage, await FlawOf(file[..length]));
    }

    [Fact]
    public async Task What_only_begins_like_a_picture_is_none()
    {
        Assert.Same(Flaw.PosterNoImage, await FlawOf([0xFF, 0xD8, 0xFF, .. "<script>alert(1)</script>"u8]));
        Assert.Same(Flaw.PosterNoImage, await FlawOf([.. "RIFF"u8, 40, 0, 0, 0, .. "WEBPVP8 <script>alert(1)</script>....."u8]));
        Assert.Same(Flaw.PosterNoImage, await FlawOf([.. "<svg onload=alert(1)>"u8]));
    }

    [Fact]
    public async Task A_large_picture_is_refused_unread()
    {
        var reads = 0;
        (await PosterFacts.ReadAsync(Mp4FactsTests.RangesOf(new byte[100_001], _ => reads++))).Refused(out var refusal, out _);
        Assert.Same(Flaw.PosterTooLarge, refusal);
        Assert.Equal(0, reads);
    }

    private static async Task<string?> TypeOf(byte[] file)
    {
        (await PosterFacts.ReadAsync(Mp4FactsTests.RangesOf(file))).Refused(out _, out var type);
        return type;
    }

    private static async Task<Refusal?> FlawOf(byte[] file)
    {
        (await PosterFacts.ReadAsync(Mp4FactsTests.RangesOf(file))).Refused(out var refusal, out _);
        return refusal;
    }
}
