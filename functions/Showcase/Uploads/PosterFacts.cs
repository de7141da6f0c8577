using System.Buffers.Binary;

namespace EStation.Showcase.Uploads;

/// <summary>What a poster says of itself, by its bytes; the name and the type that its owner gave it count for nothing.</summary>
public static class PosterFacts
{
    private const int Header = 32;

    /// <returns>The media type.</returns>
    public static async Task<Result<string>> ReadAsync(FileRanges file)
    {
        if (file.Length > VideoLimits.PosterBytes)
            return Flaw.PosterTooLarge;
        if (await IsJpegAsync(file))
            return "image/jpeg";
        return await IsWebpAsync(file) ? "image/webp" : Flaw.PosterNoImage;
    }

    // Segments with lengths lead from the start (FF D8) to the picture (FF DA); it ends with FF D9.
    private static async Task<bool> IsJpegAsync(FileRanges file)
    {
        if (!(await file.ReadAsync(0, 3)).Span.SequenceEqual<byte>([0xFF, 0xD8, 0xFF]))
            return false;
        var sized = false;
        for (var at = 2L; at < file.Length; )
        {
            var segment = await file.ReadAsync(at, 9);
            if (segment.Length < 9 || segment.Span[0] != 0xFF)
                return false;
            var marker = segment.Span[1];
            if (marker == 0xDA)
                return sized && (await file.ReadAsync(file.Length - 2, 2)).Span.SequenceEqual<byte>([0xFF, 0xD9]);
            if (marker is >= 0xC0 and <= 0xC2)
                sized =
                    BinaryPrimitives.ReadUInt16BigEndian(segment.Span[5..]) > 0
                    && BinaryPrimitives.ReadUInt16BigEndian(segment.Span[7..]) > 0;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(segment.Span[2..]);
        }

        return false;
    }

    // RIFF, its size, WEBP, then a chunk of one of three kinds that lies within.
    private static async Task<bool> IsWebpAsync(FileRanges file)
    {
        var header = (await file.ReadAsync(0, Header)).Span;
        if (header.Length < Header || !header.StartsWith("RIFF"u8) || !header[8..].StartsWith("WEBPVP8"u8))
            return false;
        var whole = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]) + 8L;
        var chunk = BinaryPrimitives.ReadUInt32LittleEndian(header[16..]) + 20L;
        var starts = header[15] switch
        {
            (byte)' ' => header[23..].StartsWith<byte>([0x9D, 0x01, 0x2A]),
            (byte)'L' => header[20] == 0x2F,
            (byte)'X' => chunk == 30,
            _ => false,
        };
        return starts && whole == file.Length && chunk <= whole;
    }
}
