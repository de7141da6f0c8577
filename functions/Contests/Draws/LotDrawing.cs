using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EStation.Contests.Draws;

/// <summary>
/// Draws lots by a seed, in the spirit of RFC 3797: anybody who has the list and the seed gets the same lots in the same order. docs/draw.md
/// describes it; web/src/results/drawing.ts and docs/draw.py do the same.
/// </summary>
public static class LotDrawing
{
    public const string Algorithm = "estation-draw-1";

    private const ulong Range = 1UL << 48;

    /// <param name="value">As published: the digits, with one space between numbers.</param>
    public static string SeedOf(string lotsSha256, string source, string issue, string value) =>
        LotList.Hash($"{lotsSha256}\n{source}\n{issue}\n{value}\n");

    /// <param name="lots">The list in its published order.</param>
    public static IReadOnlyList<string> Draw(string seed, IReadOnlyList<string> lots, int count)
    {
        var (urn, counter) = (lots.ToArray(), 0L);
        var drawn = Math.Min(count, urn.Length);
        for (var at = 0; at < drawn; at++)
        {
            var left = (ulong)(urn.Length - at);
            ulong number;
            do number = NumberOf(seed, counter++);
            while (number >= Range - (Range % left)); // a number beyond the last whole multiple would favour the first lots
            var chosen = at + (int)(number % left);
            (urn[at], urn[chosen]) = (urn[chosen], urn[at]);
        }

        return urn[..drawn];
    }

    private static ulong NumberOf(string seed, long counter)
    {
        var text = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{counter}"));
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(text)) >> 16; // the first 6 bytes
    }
}
