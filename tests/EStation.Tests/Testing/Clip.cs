using System.Buffers.Binary;

namespace EStation.Testing;

/// <summary>The files that tests upload.</summary>
internal static class Clip
{
    private const int Header = 8;

    /// <summary>10 s of H.264 and AAC, 136 x 240, 44 kB, its index at the end.</summary>
    public static byte[] Field => Read("field.mp4");

    public static byte[] Poster => Read("poster.jpg");

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Showcase", "clips", name));

    /// <summary>
    /// The same film in a file of just this size: its second half and its index are at the end of the file, behind a gap that no chunk lies
    /// in. It plays, and who seeks in it has to fetch from far away.
    /// </summary>
    public static byte[] FieldOf(int size)
    {
        var film = Field;
        var data = 0;
        while (!film.AsSpan(data + 4).StartsWith("mdat"u8))
            data += (int)BinaryPrimitives.ReadUInt32BigEndian(film.AsSpan(data));
        var end = data + (int)BinaryPrimitives.ReadUInt32BigEndian(film.AsSpan(data));
        var chunks = ChunksOf(film, end).ToList();
        var cut = chunks.Select(chunk => chunk.Offset).Where(offset => offset >= (data + end) / 2).Min();
        var gap = size - film.Length;
        foreach (var (at, offset) in chunks.Where(chunk => chunk.Offset >= cut))
            BinaryPrimitives.WriteUInt32BigEndian(film.AsSpan(at), (uint)(offset + gap));
        BinaryPrimitives.WriteInt32BigEndian(film.AsSpan(data), end - data + gap);
        return [.. film.AsSpan(0, cut), .. new byte[gap], .. film.AsSpan(cut)];
    }

    /// <summary>Where chunks of samples are, by the tables (stco) of an index, and where the tables say so.</summary>
    private static IEnumerable<(int At, int Offset)> ChunksOf(byte[] film, int index)
    {
        for (var table = index; film.AsSpan(table).IndexOf("stco"u8) is >= 0 and var next; table += Header)
        {
            table += next;
            var count = (int)BinaryPrimitives.ReadUInt32BigEndian(film.AsSpan(table + Header));
            for (var at = table + Header + 4; count > 0; count--, at += 4)
                yield return (at, (int)BinaryPrimitives.ReadUInt32BigEndian(film.AsSpan(at)));
        }
    }
}
