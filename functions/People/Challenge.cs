using System.Security.Cryptography;
using EStation.Identity;

namespace EStation.People;

/// <summary>A one-time code that was sent to a phone. Wrong answers spend this challenge and no other.</summary>
/// <param name="CodeHash">Keyed hash of challenge and code.</param>
internal sealed record Challenge(string Id, Phone Phone, string CodeHash, DateTimeOffset ExpiresAt, int Wrong = 0, DateTimeOffset? SpentAt = null)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>So long after it was spent the right code is answered once more: the first answer may have been lost.</summary>
    public static readonly TimeSpan Repeatable = TimeSpan.FromMinutes(1);

    private const int MostWrong = 5;

    /// <summary>What is left of the challenge after this try, and whether the code was right.</summary>
    public (Challenge After, bool Right) Try(string code, KeyRing keys, DateTimeOffset now)
    {
        if (Wrong >= MostWrong || now >= ((SpentAt + Repeatable) ?? ExpiresAt))
            return (this, false);
        var hash = Convert.FromHexString(CodeHash);
        var right = keys.Keys.Any(key => CryptographicOperations.FixedTimeEquals(hash, key.Hash(Hashed(Id, code))));
        return right ? (this with { SpentAt = SpentAt ?? now }, true) : (this with { Wrong = Wrong + 1 }, false);
    }

    public static Challenge Make(string id, Phone phone, string code, Key key, DateTimeOffset now) =>
        new(id, phone, Convert.ToHexString(key.Hash(Hashed(id, code))), now + Lifetime);

    private static string Hashed(string id, string code) => $"{id}|{code}";
}
