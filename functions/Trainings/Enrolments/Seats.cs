using System.Numerics;
using EStation.Trainings.Notices;

namespace EStation.Trainings.Enrolments;

/// <summary>
/// The seats of a training and who holds them, by sign-up number alone: a bitmap of the numbers that have not been cancelled. The first
/// <see cref="Capacity"/> of them are confirmed, the others wait, in the order of their numbers, which is the order of commits.
/// </summary>
/// <param name="Version">Of the training's description that this goes with.</param>
/// <param name="Given">How many numbers were given; they count from 1.</param>
/// <param name="Numbers">A bit for each number given, set as long as it is not cancelled.</param>
public sealed record Seats(int Version, int Capacity, bool Cancelled, int Given, byte[] Numbers)
{
    /// <summary>The bitmap is one property of a table row: 64 KiB.</summary>
    public const int MostNumbers = 64 * 1024 * 8;

    public int Active => Numbers.Sum(part => BitOperations.PopCount(part));

    public int Confirmed => Math.Min(Capacity, Active);

    public int Waiting => Active - Confirmed;

    public static Seats Open(int capacity) => new(1, capacity, Cancelled: false, 0, []);

    public bool IsActive(int number) => number >= 1 && number <= Given && (Numbers[(number - 1) / 8] & MaskOf(number)) != 0;

    /// <summary>Confirmed, or waiting as the n-th; null when the number is cancelled.</summary>
    public Standing? StandingOf(int number) => IsActive(number) ? Standing.At(RankOf(number), Capacity) : null;

    /// <summary>Gives the next numbers to so many people.</summary>
    public Seats Add(int people)
    {
        var numbers = Numbers;
        Array.Resize(ref numbers, (Given + people + 7) / 8);
        if (numbers == Numbers)
            numbers = [.. numbers];
        for (var number = Given + 1; number <= Given + people; number++)
            numbers[(number - 1) / 8] |= MaskOf(number);
        return this with { Given = Given + people, Numbers = numbers };
    }

    public Seats Cancel(int number)
    {
        byte[] numbers = [.. Numbers];
        numbers[(number - 1) / 8] &= (byte)~MaskOf(number);
        return this with { Numbers = numbers };
    }

    /// <summary>
    /// Those who waited before and are confirmed now. They followed each other in the queue: everybody who is left between the first and
    /// the last.
    /// </summary>
    public Span? ConfirmedSince(Seats before)
    {
        Span? confirmed = null;
        var (rankBefore, rank) = (0, 0);
        for (var number = 1; number <= Given && rank < Capacity; number++)
        {
            rankBefore += before.IsActive(number) ? 1 : 0;
            if (!IsActive(number))
                continue;
            rank++;
            if (before.IsActive(number) && rankBefore > before.Capacity)
                confirmed = new Span(confirmed?.First ?? number, number);
        }

        return confirmed;
    }

    // How many active numbers there are up to this one.
    private int RankOf(int number)
    {
        var rank = 0;
        var whole = (number - 1) / 8;
        for (var i = 0; i < whole; i++)
            rank += BitOperations.PopCount(Numbers[i]);
        return rank + BitOperations.PopCount((uint)(Numbers[whole] & ((MaskOf(number) << 1) - 1)));
    }

    private static byte MaskOf(int number) => (byte)(1 << ((number - 1) % 8));
}
