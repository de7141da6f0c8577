using System.Security.Cryptography;
using EStation.Identity;

namespace EStation.People;

/// <summary>A one-time code that was sent to a phone.</summary>
/// <param name="Id">Random; wrong answers are counted under it.</param>
/// <param name="Address">Where the code was asked for: a code that is solved no longer counts against this address.</param>
/// <param name="OfStrangers">Whether the code was taken from the strangers' share of the day's messages.</param>
public sealed record Challenge(string Id, Phone Phone, string Code, DateTimeOffset ExpiresAt, string Address, bool OfStrangers)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>So long after it was spent, the request that spent it is answered again: its first answer may have been lost.</summary>
    public static readonly TimeSpan Repeatable = TimeSpan.FromMinutes(1);

    private const int MostWrong = 5;

    /// <summary>The tries of this challenge after one more, and whether it signs in.</summary>
    /// <param name="request">The request's idempotency key: a repetition has the same one, and nobody else has it.</param>
    public (Tries After, bool Right) Try(Tries before, string code, string request, KeyRing keys, DateTimeOffset now)
    {
        if (before.Wrong >= MostWrong || now >= ((before.SpentAt + Repeatable) ?? ExpiresAt))
            return (before, false);
        if (!CryptographicOperations.FixedTimeEquals(Utf8(code), Utf8(Code)))
            return (before with { Wrong = before.Wrong + 1, Until = Until }, false);
        return before.SpentBy is not { } spent
            ? (before with { SpentAt = now, SpentBy = HashOf(request, keys.Current), Until = Until }, true)
            : (before, keys.Keys.Any(key => CryptographicOperations.FixedTimeEquals(Utf8(spent), Utf8(HashOf(request, key)))));
    }

    /// <summary>When its tries can be forgotten.</summary>
    private DateTimeOffset Until => ExpiresAt + Repeatable;

    private string HashOf(string request, Key key) => Convert.ToBase64String(key.Hash($"{Id}|{request}").AsSpan(0, 15));

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}

/// <summary>What became of a challenge so far. Wrong answers kill this challenge and no other.</summary>
/// <param name="SpentBy">Keyed hash of challenge and the key of the request that spent it.</param>
/// <param name="Until">From then on the challenge is over, whatever its tries were.</param>
public sealed record Tries(int Wrong = 0, DateTimeOffset? SpentAt = null, string? SpentBy = null, DateTimeOffset Until = default)
{
    public static readonly Tries None = new();
}
