using System.Buffers.Binary;

namespace EStation.Testing;

/// <summary>The files that tests upload.</summary>
internal static class Clip
{
    /// <summary>10 s of H.264 and AAC, 136 x 240, 44 kB, its index at the end.</summary>
    public static byte[] Field => Read("field.mp4");

    public static byte[] Poster => Read("poster.jpg");

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Showcase", "clips", name));

    /// <summary>The same film in a file of just this size: more media data than its index, at the end, speaks of. It plays.</summary>
    public static byte[] FieldOf(int size)
    {
        var film = Field;
        var data = 0;
        while (!film.AsSpan(data + 4).StartsWith("mdat"u8))
            data += (int)BinaryPrimitives.ReadUInt32BigEndian(film.AsSpan(data));
        var dataBytes = (int)BinaryPrimitives.ReadUInt32BigEndian(film.AsSpan(data));
        var index = film.AsSpan(data + dataBytes);
        var filled = new byte[size];
        film.AsSpan(0, data + dataBytes).CopyTo(filled);
        BinaryPrimitives.WriteInt32BigEndian(filled.AsSpan(data), size - index.Length - data);
        index.CopyTo(filled.AsSpan(size - index.Length));
        return filled;
    }
}
