using System.Buffers.Binary;
using EStation.Testing;

namespace EStation.Showcase.Uploads;

public class Mp4FactsTests
{
    [Fact]
    public async Task A_plain_file_says_how_long_and_how_large_it_is()
    {
        var facts = await FactsOf(Clip.Field);
        Assert.InRange(facts.DurationMs, 9_900, 10_200);
        Assert.Equal(("avc1", 136, 240), (facts.Codec, facts.Width, facts.Height));
    }

    [Fact]
    public async Task The_index_may_be_at_the_front() => Assert.InRange((await FactsOf(Clip.Read("front.mp4"))).DurationMs, 3_900, 4_100);

    [Fact]
    public async Task Of_a_large_file_a_few_kilobytes_are_read()
    {
        var read = 0;
        var film = Clip.FieldOf(40_000_000);
        (await Mp4Facts.ReadAsync(RangesOf(film, bytes => read += bytes))).Refused(out var refusal, out _);
        Assert.Null(refusal);
        Assert.InRange(read, 1, 20_000);
    }

    [Fact]
    public async Task Hevc_is_told_from_other_codecs() => Assert.Same(Flaw.Hevc, await FlawOf(Clip.Read("hevc.mp4")));

    [Fact]
    public async Task Hevc_behind_an_entry_of_another_codec_is_found()
    {
        var film = Clip.Field;
        var entry = film.AsSpan().IndexOf("avc1avcC"u8); // no such neighbours: the name alone is replaced below
        Assert.Equal(-1, entry);
        var at = film.AsSpan().LastIndexOf("avc1"u8);
        "hev1"u8.CopyTo(film.AsSpan(at));
        Assert.Same(Flaw.Hevc, await FlawOf(film));
    }

    [Fact]
    public async Task A_picture_of_no_size_is_none()
    {
        var film = Clip.Field;
        film.AsSpan(film.AsSpan().LastIndexOf("avc1"u8) + 28, 4).Clear();
        Assert.Same(Flaw.NoPicture, await FlawOf(film));
    }

    [Fact]
    public async Task A_fragmented_file_is_refused() => Assert.Same(Flaw.Fragmented, await FlawOf(Clip.Read("fragmented.mp4")));

    [Fact]
    public async Task Html_is_no_film() =>
        Assert.Same(Flaw.NotMp4, await FlawOf("<!doctype html><html><body>ftypisom moov mdat</body></html>"u8.ToArray()));

    [Fact]
    public async Task A_file_that_is_cut_off_anywhere_is_refused()
    {
        var film = Clip.Field;
        var random = new Random(1);
        foreach (var length in Enumerable.Range(0, 200).Select(_ => random.Next(film.Length)))
            Assert.NotNull(await FlawOf(film[..length]));
    }

    [Fact]
    public async Task Whoever_understates_one_duration_is_found_out_by_another()
    {
        var film = Clip.Read("long.mp4");
        var header = film.AsSpan().IndexOf("mvhd"u8) + 4;
        BinaryPrimitives.WriteUInt32BigEndian(film.AsSpan(header + 16), 1_000);
        Assert.InRange((await FactsOf(film)).DurationMs, 239_000, 241_000);
    }

    [Fact]
    public async Task Damaged_bytes_never_do_more_than_refuse()
    {
        var random = new Random(2);
        for (var round = 0; round < 500; round++)
        {
            var film = Clip.Read("front.mp4");
            for (var hit = 0; hit < 8; hit++)
                film[random.Next(film.Length)] = (byte)random.Next(256);
            var reads = 0;
            (await Mp4Facts.ReadAsync(RangesOf(film, _ => reads++))).Refused(out _, out _);
            Assert.InRange(reads, 1, 40);
        }
    }

    [Fact]
    public async Task An_unknown_duration_is_no_duration()
    {
        var film = Clip.Field;
        var header = film.AsSpan().IndexOf("mvhd"u8) + 4;
        film.AsSpan(header + 16, 4).Fill(0xff);
        Assert.InRange((await FactsOf(film)).DurationMs, 9_900, 10_200);
    }

    [Fact]
    public async Task What_a_camera_appends_after_the_film_is_no_damage()
    {
        byte[] trailer = [.. Clip.Field, 0, 0, 0, 2, .. "SEFHpTrailer of a vendor SEFT"u8];
        Assert.InRange((await FactsOf(trailer)).DurationMs, 9_900, 10_200);
    }

    [Fact]
    public async Task Four_zero_bytes_at_the_end_of_the_sample_descriptions_are_normal()
    {
        var film = Clip.Field;
        var description = film.AsSpan().LastIndexOf("stsd"u8) - 4;
        var size = (int)BinaryPrimitives.ReadUInt32BigEndian(film.AsSpan(description));
        Assert.Equal("moov", MoovLast(film));
        byte[] longer = [.. film[..(description + size)], 0, 0, 0, 0, .. film[(description + size)..]];
        foreach (var type in new[] { "stsd", "stbl", "minf", "mdia", "trak", "moov" })
            Grow(longer, film.AsSpan(0, description + 8).LastIndexOf(System.Text.Encoding.Latin1.GetBytes(type)) - 4);
        Assert.InRange((await FactsOf(longer)).DurationMs, 9_900, 10_200);
    }

    [Fact]
    public async Task Ten_bits_and_AMR_are_named()
    {
        var film = Clip.Field;
        film[film.AsSpan().LastIndexOf("avcC"u8) + 5] = 110;
        Assert.Same(Flaw.TenBit, await FlawOf(film));

        film = Clip.Field;
        var sound = film.AsSpan().LastIndexOf("mp4a"u8);
        Assert.True(sound > 0, "the clip has sound");
        "samr"u8.CopyTo(film.AsSpan(sound));
        Assert.Same(Flaw.Amr, await FlawOf(film));
    }

    // Places in the file are not moved by what is added at its end.
    private static string MoovLast(byte[] film) =>
        film.AsSpan().LastIndexOf("moov"u8) > film.AsSpan().LastIndexOf("mdat"u8) ? "moov" : "mdat";

    private static void Grow(byte[] film, int box) =>
        BinaryPrimitives.WriteUInt32BigEndian(film.AsSpan(box), BinaryPrimitives.ReadUInt32BigEndian(film.AsSpan(box)) + 4);

    internal static FileRanges RangesOf(byte[] file, Action<int>? read = null) =>
        new(
            file.Length,
            (offset, count) =>
            {
                read?.Invoke(count);
                return Task.FromResult(BinaryData.FromBytes(file.AsMemory((int)offset, count)));
            }
        );

    private static async Task<Mp4Facts> FactsOf(byte[] file)
    {
        var refused = (await Mp4Facts.ReadAsync(RangesOf(file))).Refused(out var refusal, out var facts);
        Assert.False(refused, refusal?.Says.En);
        return facts!;
    }

    private static async Task<Refusal?> FlawOf(byte[] file)
    {
        (await Mp4Facts.ReadAsync(RangesOf(file))).Refused(out var refusal, out _);
        return refusal;
    }
}
