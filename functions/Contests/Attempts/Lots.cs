using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EStation.Contests.Attempts;

/// <summary>Random numbers from a secret seed: the output of HKDF as a stream.</summary>
public sealed class Lots(byte[] seed)
{
    private const int FirstBytes = 192; // eight questions of four options, and a little more
    private const int MostBytes = 255 * 32; // the limit of HKDF
    private byte[] stream = [];
    private int used;

    /// <summary>Picks items with equal chances, in random order (Fisher-Yates).</summary>
    public T[] Pick<T>(T[] items, int count)
    {
        count = Math.Clamp(count, 0, items.Length);
        for (var i = 0; i < count; i++)
        {
            var other = i + (int)(Next() % (uint)(items.Length - i));
            (items[i], items[other]) = (items[other], items[i]);
        }

        return items[..count];
    }

    // The modulo bias of 32 bits among a thousand items is below one in four million.
    private uint Next()
    {
        if (used == stream.Length)
            Lengthen();
        var number = BinaryPrimitives.ReadUInt32LittleEndian(stream.AsSpan(used));
        used += sizeof(uint);
        return number;
    }

    // A longer HKDF output begins with the shorter one.
    private void Lengthen()
    {
        if (used == MostBytes)
            throw new InvalidOperationException("A paper needs more lots than its seed gives.");
        stream = new byte[Math.Min(MostBytes, Math.Max(FirstBytes, stream.Length * 4))];
        HKDF.Expand(HashAlgorithmName.SHA256, seed, stream, []);
    }
}
