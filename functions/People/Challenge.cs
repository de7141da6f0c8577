using System.Security.Cryptography;
using EStation.Identity;

namespace EStation.People;

/// <param name="Address">The requester's address. A solved code no longer counts against it.</param>
public sealed record Challenge(string Id, Phone Phone, string Code, DateTimeOffset ExpiresAt, string Address, bool OfStrangers)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>For this long, a repeat of the solving request gets the same answer, since its response may have been lost.</summary>
    public static readonly TimeSpan Repeatable = TimeSpan.FromMinutes(1);

    private const int MostWrong = 5;

    /// <param name="request">The request's idempotency key, the same in a repeat and unknown to others.</param>
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

    private DateTimeOffset Until => ExpiresAt + Repeatable;

    private string HashOf(string request, Key key) => Convert.ToBase64String(key.Hash($"{Id}|{request}").AsSpan(0, 15));

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}

/// <summary>The tries of a challenge. Wrong answers end only this challenge.</summary>
/// <param name="SpentBy">Keyed hash of the challenge and the solving request's key.</param>
public sealed record Tries(int Wrong = 0, DateTimeOffset? SpentAt = null, string? SpentBy = null, DateTimeOffset Until = default)
{
    public static readonly Tries None = new();
}
