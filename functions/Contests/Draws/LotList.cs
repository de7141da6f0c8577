using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EStation.Contests.Draws;

/// <summary>The published list of lots: a line for each, sorted; its bytes have the published SHA-256.</summary>
public static class LotList
{
    private const int Digits = 16;

    /// <summary>A lot's id follows from the receipt of the attempt that earned it, so its owner finds it without asking.</summary>
    /// <param name="chance">From 1 on, where an attempt earns several.</param>
    public static string IdOf(string contest, string receipt, int chance) =>
        Hash(string.Create(CultureInfo.InvariantCulture, $"{contest}|{receipt}|{chance}"))[..Digits];

    public static byte[] Write(IEnumerable<string> lots) =>
        Encoding.ASCII.GetBytes(string.Concat(lots.Order(StringComparer.Ordinal).Select(lot => lot + "\n")));

    public static IReadOnlyList<string> Read(byte[] list) =>
        Encoding.ASCII.GetString(list).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static string Sha256Of(byte[] list) => Convert.ToHexStringLower(SHA256.HashData(list));

    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
