using System.Security.Cryptography;
using EStation.Identity;

namespace EStation.People;

/// <summary>A one-time code that was sent to a phone. Wrong answers spend this challenge and no other.</summary>
/// <param name="CodeHash">Keyed hash of challenge and code.</param>
/// <param name="SpentBy">Keyed hash of challenge and the key of the request that spent it.</param>
internal sealed record Challenge(
    string Id,
    Phone Phone,
    string CodeHash,
    DateTimeOffset ExpiresAt,
    int Wrong = 0,
    DateTimeOffset? SpentAt = null,
    string? SpentBy = null
)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>So long after it was spent, the request that spent it is answered again: its first answer may have been lost.</summary>
    public static readonly TimeSpan Repeatable = TimeSpan.FromMinutes(1);

    private const int MostWrong = 5;

    /// <summary>What is left of the challenge after this try, and whether it signs in.</summary>
    /// <param name="request">The request's idempotency key: a repetition has the same one, and nobody else has it.</param>
    public (Challenge After, bool Right) Try(string code, string request, KeyRing keys, DateTimeOffset now)
    {
        if (Wrong >= MostWrong || now >= ((SpentAt + Repeatable) ?? ExpiresAt))
            return (this, false);
        if (!Is(code, CodeHash, keys))
            return (this with { Wrong = Wrong + 1 }, false);
        return SpentBy is null
            ? (this with { SpentAt = now, SpentBy = HashOf(Id, request, keys.Current) }, true)
            : (this, Is(request, SpentBy, keys));
    }

    public static Challenge Make(string id, Phone phone, string code, Key key, DateTimeOffset now) =>
        new(id, phone, HashOf(id, code, key), now + Lifetime);

    private bool Is(string given, string hash, KeyRing keys)
    {
        var expected = Convert.FromHexString(hash);
        return keys.Keys.Any(key => CryptographicOperations.FixedTimeEquals(expected, Convert.FromHexString(HashOf(Id, given, key))));
    }

    private static string HashOf(string id, string given, Key key) => Convert.ToHexString(key.Hash($"{id}|{given}"));
}
