using System.Numerics;

namespace EStation.Trainings.Enrolments;

/// <summary>Sign-up numbers as a bitmap. A value is never changed.</summary>
public sealed class NumberSet
{
    public static readonly NumberSet Empty = new([]);

    private readonly byte[] bits;

    private NumberSet(byte[] bits)
    {
        this.bits = bits;
        foreach (var part in bits)
            Count += BitOperations.PopCount(part);
    }

    public int Count { get; }

    public static NumberSet Of(byte[]? stored) => stored is { Length: > 0 } ? new(stored) : Empty;

    public static NumberSet Of(IEnumerable<int> numbers)
    {
        var wanted = numbers.ToList();
        var bits = new byte[wanted.Count == 0 ? 0 : (wanted.Max() + 7) / 8];
        foreach (var number in wanted)
            bits[(number - 1) / 8] |= MaskOf(number);
        return new(bits);
    }

    public byte[] ToBytes() => bits;

    public bool Has(int number) => number >= 1 && (number - 1) / 8 < bits.Length && (bits[(number - 1) / 8] & MaskOf(number)) != 0;

    public NumberSet With(int number)
    {
        var changed = new byte[Math.Max(bits.Length, (number + 7) / 8)];
        bits.CopyTo(changed, 0);
        changed[(number - 1) / 8] |= MaskOf(number);
        return new(changed);
    }

    public NumberSet Without(int number)
    {
        if (!Has(number))
            return this;
        byte[] changed = [.. bits];
        changed[(number - 1) / 8] &= (byte)~MaskOf(number);
        return new(changed);
    }

    public NumberSet Except(NumberSet other) =>
        new([.. bits.Select((part, at) => (byte)(part & ~(at < other.bits.Length ? other.bits[at] : 0)))]);

    public NumberSet And(NumberSet other) =>
        new([.. bits.Select((part, at) => (byte)(part & (at < other.bits.Length ? other.bits[at] : 0)))]);

    public NumberSet Or(NumberSet other) =>
        other.bits.Length > bits.Length ? other.Or(this)
        : other.Count == 0 ? this
        : new([.. bits.Select((part, at) => (byte)(part | (at < other.bits.Length ? other.bits[at] : 0)))]);

    /// <summary>How many of them are not above a number.</summary>
    public int CountTo(int number)
    {
        var whole = Math.Min((number - 1) / 8, bits.Length);
        var count = 0;
        for (var at = 0; at < whole; at++)
            count += BitOperations.PopCount(bits[at]);
        return whole == bits.Length ? count : count + BitOperations.PopCount((uint)(bits[whole] & ((MaskOf(number) << 1) - 1)));
    }

    public IEnumerable<int> InOrder()
    {
        for (var at = 0; at < bits.Length; at++)
        {
            for (var number = (at * 8) + 1; bits[at] != 0 && number <= (at * 8) + 8; number++)
            {
                if (Has(number))
                    yield return number;
            }
        }
    }

    private static byte MaskOf(int number) => (byte)(1 << ((number - 1) % 8));
}
