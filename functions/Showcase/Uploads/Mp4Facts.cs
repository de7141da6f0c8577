using System.Buffers.Binary;
using System.Text;

namespace EStation.Showcase.Uploads;

/// <param name="Codec">From the sample entry of the picture: <c>avc1</c> is H.264, <c>hvc1</c> HEVC.</param>
public sealed record Mp4Facts(int DurationMs, string Codec, int Width, int Height)
{
    private const int MostHeader = 128;
    private static readonly string[] Tables = ["stsd", "stts", "stsc"];
    private static readonly string[] Brands =
    [
        "isom",
        "iso2",
        "iso3",
        "iso4",
        "iso5",
        "iso6",
        "iso7",
        "iso8",
        "iso9",
        "mp41",
        "mp42",
        "avc1",
    ];

    /// <summary>QuickTime, 3GP and what phones add to MP4.</summary>
    private static readonly string[] PhoneBrands = ["qt  ", "M4V ", "MSNV", "3gp4", "3gp5", "3gp6", "3gp7", "3g2a", "mp4v", "hvc1"];

    /// <summary>Reads the relevant boxes anywhere in the file, and never the pictures.</summary>
    public static async Task<Result<Mp4Facts>> ReadAsync(FileRanges file, bool asPhonesRecord = false)
    {
        if (!await HasBrandAsync(file, asPhonesRecord ? [.. Brands, .. PhoneBrands] : Brands))
            return Flaw.NotMp4;
        if (await Mp4Box.ListAsync(file, 0, file.Length, HasAll) is not { } boxes)
            return Flaw.Truncated;
        if (boxes.Any(box => box.Type == "moof"))
            return Flaw.Fragmented;
        if (!HasAll(boxes))
            return Flaw.Truncated;
        return await ReadMovieAsync(file, boxes.First(box => box.Type == "moov"), asPhonesRecord);
    }

    private static bool HasAll(IReadOnlyList<Mp4Box> boxes) => boxes.Any(box => box.Type == "moov") && boxes.Any(box => box.Type == "mdat");

    private static async Task<bool> HasBrandAsync(FileRanges file, string[] brands)
    {
        var start = await file.ReadAsync(0, MostHeader);
        if (start.Length < 16 || Latin(start.Span, 4) != "ftyp")
            return false;
        var end = Math.Min(start.Length, (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(start.Span), int.MaxValue));
        return Enumerable.Range(2, Math.Max(0, (end / 4) - 2)).Any(word => word != 3 && brands.Contains(Latin(start.Span, word * 4)));
    }

    private static async Task<Result<Mp4Facts>> ReadMovieAsync(FileRanges file, Mp4Box movie, bool asPhonesRecord)
    {
        if (await Mp4Box.ListAsync(file, movie.Content, movie.End) is not { } boxes)
            return Flaw.Truncated;
        if (boxes.Any(box => box.Type == "mvex"))
            return Flaw.Fragmented;

        // The longest of the durations counts, so that a file cannot understate one of them.
        var longest = boxes.FirstOrDefault(box => box.Type == "mvhd") is { Type: not null } header ? await DurationAsync(file, header) : 0;
        Mp4Facts? picture = null;
        foreach (var track in boxes.Where(box => box.Type == "trak"))
        {
            var media = await Mp4Box.FindAsync(file, track, "mdia");
            if (
                await Mp4Box.FindAsync(file, media, "mdhd") is not { } head
                || await Mp4Box.FindAsync(file, media, "hdlr") is not { } handler
            )
                return Flaw.Truncated;
            longest = Math.Max(longest, await DurationAsync(file, head));
            var table = await Mp4Box.FindAsync(file, await Mp4Box.FindAsync(file, media, "minf"), "stbl");
            if (
                table is not { } samples
                || await Mp4Box.ListAsync(file, samples.Content, samples.End) is not { } tables
                || !IsWhole(tables)
            )
                return Flaw.Truncated;
            var description = tables.First(box => box.Type == "stsd");
            var kind = Latin((await file.ReadAsync(handler.Content, MostHeader)).Span, 8);
            if (kind == "soun" && !asPhonesRecord && await HasAmrAsync(file, description))
                return Flaw.Amr;
            if (kind != "vide")
                continue;
            if ((await ReadPictureAsync(file, description, asPhonesRecord)).Refused(out var refusal, out var found))
                return refusal;
            picture ??= found;
        }

        return picture is not { Width: > 0, Height: > 0 } ? Flaw.NoPicture
            : longest <= 0 ? Flaw.Truncated
            : picture with { DurationMs = (int)Math.Min(longest, int.MaxValue) };
    }

    // Version and flags, then times of 4 or 8 bytes (version 1), the scale, the duration.
    private static async Task<long> DurationAsync(FileRanges file, Mp4Box header)
    {
        var bytes = (await file.ReadAsync(header.Content, (int)Math.Min(MostHeader, header.End - header.Content))).Span;
        var wide = bytes.Length >= 32 && bytes[0] == 1;
        if (bytes.Length < 20)
            return 0;
        var scale = BinaryPrimitives.ReadUInt32BigEndian(bytes[(wide ? 20 : 12)..]);
        var units = wide ? BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]);
        var isUnknown = units == (wide ? ulong.MaxValue : uint.MaxValue); // all ones, by the standard
        return scale == 0 || isUnknown ? 0 : (long)Math.Min((decimal)units * 1000 / scale, int.MaxValue);
    }

    // The tables of the samples: types, times, sizes and offsets.
    private static bool IsWhole(IReadOnlyList<Mp4Box> tables) =>
        Tables.All(type => tables.Any(box => box.Type == type))
        && tables.Any(box => box.Type is "stsz" or "stz2")
        && tables.Any(box => box.Type is "stco" or "co64");

    // Every kind of sample has an entry; a file that hides HEVC behind H.264 counts as HEVC.
    private static async Task<Result<Mp4Facts>> ReadPictureAsync(FileRanges file, Mp4Box description, bool asPhonesRecord)
    {
        if (await Mp4Box.ListAsync(file, description.Content + 8, description.End) is not { Count: > 0 } entries)
            return Flaw.Truncated;
        if (!asPhonesRecord && entries.FirstOrDefault(entry => entry.Type is not ("avc1" or "avc3")) is { Type: { } other })
            return other is "hvc1" or "hev1" or "dvh1" or "dvhe" ? Flaw.Hevc : Flaw.OtherCodec(other);
        if (!asPhonesRecord && await HasTenBitsAsync(file, entries[0]))
            return Flaw.TenBit;
        var bytes = (await file.ReadAsync(entries[0].Content, MostHeader)).Span;
        return bytes.Length < 28
            ? Flaw.Truncated
            : new Mp4Facts(
                0,
                entries[0].Type,
                BinaryPrimitives.ReadUInt16BigEndian(bytes[24..]),
                BinaryPrimitives.ReadUInt16BigEndian(bytes[26..])
            );
    }

    /// <summary>Whether the H.264 profile has more than 8 bits, which phones do not play (ISO/IEC 14496-15, avcC).</summary>
    private static async Task<bool> HasTenBitsAsync(FileRanges file, Mp4Box entry)
    {
        const int Picture = 78; // the bytes of a picture's sample entry before its boxes
        if (
            await Mp4Box.ListAsync(file, entry.Content + Picture, entry.End) is not { } boxes
            || boxes.FirstOrDefault(box => box.Type == "avcC") is not { Type: not null } configuration
        )
            return false;
        var bytes = (await file.ReadAsync(configuration.Content, 2)).Span;
        return bytes is [_, 110 or 122 or 244 or 44];
    }

    private static async Task<bool> HasAmrAsync(FileRanges file, Mp4Box description) =>
        await Mp4Box.ListAsync(file, description.Content + 8, description.End) is { } entries
        && entries.Any(entry => entry.Type is "samr" or "sawb");

    private static string Latin(ReadOnlySpan<byte> bytes, int at) =>
        bytes.Length >= at + 4 ? Encoding.Latin1.GetString(bytes.Slice(at, 4)) : "";
}
