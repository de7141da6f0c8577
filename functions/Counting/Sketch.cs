using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace EStation.Counting;

/// <summary>HyperLogLog (Flajolet et al. 2007; estimator of Ertl 2017): 1.6 % standard error, holds no personal data.</summary>
public sealed class Sketch
{
    public const double StandardError = 0.01625; // 1.04 / √4096
    private const int IndexBits = 12;
    private const int Registers = 1 << IndexBits;
    private const int MostRank = 64 - IndexBits + 1;
    private const int SparseWidth = 3; // register and rank, where few registers are taken

    private readonly byte[] ranks = new byte[Registers];

    public static Sketch Read(ReadOnlySpan<byte> stored)
    {
        var sketch = new Sketch();
        if (stored.Length == Registers)
            stored.CopyTo(sketch.ranks);
        else
            for (; !stored.IsEmpty; stored = stored[SparseWidth..])
                sketch.ranks[BinaryPrimitives.ReadUInt16BigEndian(stored)] = stored[2];
        return sketch;
    }

    public byte[] Write()
    {
        var taken = ranks.Count(rank => rank > 0);
        if (taken * SparseWidth >= Registers)
            return [.. ranks];
        var sparse = new MemoryStream(taken * SparseWidth);
        for (var register = 0; register < Registers; register++)
        {
            if (ranks[register] > 0)
                sparse.Write([(byte)(register >> 8), (byte)register, ranks[register]]);
        }

        return sparse.ToArray();
    }

    public void Add(string person)
    {
        var hash = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(person)));
        var register = (int)(hash >> (64 - IndexBits));
        var rank = Math.Min(BitOperations.LeadingZeroCount(hash << IndexBits) + 1, MostRank);
        ranks[register] = Math.Max(ranks[register], (byte)rank);
    }

    public void Merge(Sketch other)
    {
        for (var register = 0; register < Registers; register++)
            ranks[register] = Math.Max(ranks[register], other.ranks[register]);
    }

    public int Estimate()
    {
        var counts = new int[MostRank + 1];
        foreach (var rank in ranks)
            counts[rank]++;
        var z = Registers * Tau(1 - ((double)counts[MostRank] / Registers));
        for (var rank = MostRank - 1; rank >= 1; rank--)
            z = 0.5 * (z + counts[rank]);
        z += Registers * Sigma((double)counts[0] / Registers);
        return (int)Math.Round(Registers / (2 * Math.Log(2)) * Registers / z);
    }

    private static double Sigma(double x)
    {
        if (x >= 1)
            return double.PositiveInfinity;
        var (y, z, before) = (1.0, x, double.NaN);
        while (z != before)
        {
            x *= x;
            before = z;
            z += x * y;
            y += y;
        }

        return z;
    }

    private static double Tau(double x)
    {
        if (x is <= 0 or >= 1)
            return 0;
        var (y, z, before) = (1.0, 1 - x, double.NaN);
        while (z != before)
        {
            x = Math.Sqrt(x);
            before = z;
            y *= 0.5;
            z -= (1 - x) * (1 - x) * y;
        }

        return z / 3;
    }
}
