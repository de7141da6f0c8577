using System.Security.Cryptography;
using EStation.Identity;

namespace EStation.People;

/// <summary>A one-time code that was sent to a phone. Wrong answers spend this challenge and no other.</summary>
/// <param name="CodeHash">Keyed hash of challenge and code.</param>
internal sealed record Challenge(string Id, Phone Phone, string CodeHash, DateTimeOffset ExpiresAt, int Wrong = 0, bool Spent = false)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private const int MostWrong = 5;

    /// <summary>What is left of the challenge after this try, and whether the code was right.</summary>
    public (Challenge After, bool Right) Try(string code, KeyRing keys, DateTimeOffset now)
    {
        if (Spent || Wrong >= MostWrong || now >= ExpiresAt)
            return (this, false);
        var hash = Convert.FromHexString(CodeHash);
        var right = keys.Keys.Any(key => CryptographicOperations.FixedTimeEquals(hash, key.Hash(Hashed(Id, code))));
        return right ? (this with { Spent = true }, true) : (this with { Wrong = Wrong + 1 }, false);
    }

    public static Challenge Make(string id, Phone phone, string code, Key key, DateTimeOffset now) =>
        new(id, phone, Convert.ToHexString(key.Hash(Hashed(id, code))), now + Lifetime);

    private static string Hashed(string id, string code) => $"{id}|{code}";
}
