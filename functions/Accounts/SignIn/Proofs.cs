using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using EStation.Identity;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Accounts.SignIn;

/// <summary>Stateless proofs of work: a nonce holds its time and bits, and a keyed hash binds it to phone and network.</summary>
public sealed class Proofs(Secrets secrets)
{
    public const int LongestNonce = 64;
    public const int LongestAnswer = 64;
    private const int LeastBits = 16; // half a second on a cheap phone
    private const int MostBits = 22;
    private const int HashBytes = 16;

    /// <summary>One more bit for each doubling of the load. Proofs begin at a load of 1.</summary>
    public static int BitsAt(double load) => Math.Min(MostBits, LeastBits + BitOperations.Log2((uint)Math.Min(load, int.MaxValue)));

    public Proof Ask(Phone phone, string address, int bits, DateTimeOffset now)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds():x}.{bits}");
        return new Proof($"{stem}.{HashOf(secrets.Proofs.Current, stem, phone, address)}", bits);
    }

    /// <summary>Returns when the proof was asked for; null when it is wrong, too old, or of another phone or network.</summary>
    public DateTimeOffset? Check(ProofAnswer proof, Phone phone, string address, DateTimeOffset now)
    {
        if (
            proof.Nonce.Split('.') is not [var time, var bits, var hash]
            || !long.TryParse(time, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var asked)
            || !secrets.Proofs.Keys.Any(key => IsSame(hash, HashOf(key, $"{time}.{bits}", phone, address)))
        )
            return null;
        var askedAt = DateTimeOffset.FromUnixTimeMilliseconds(asked);
        var work = SHA256.HashData(Encoding.UTF8.GetBytes(proof.Nonce + proof.Answer));
        return now - askedAt < Proof.Lifetime && ZeroBitsOf(work) >= int.Parse(bits, CultureInfo.InvariantCulture) ? askedAt : null;
    }

    public static int ZeroBitsOf(ReadOnlySpan<byte> hash)
    {
        var zero = hash.IndexOfAnyExcept((byte)0);
        return zero < 0 ? hash.Length * 8 : (zero * 8) + BitOperations.LeadingZeroCount(hash[zero]) - 24;
    }

    private static bool IsSame(string given, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(hash));

    private static string HashOf(Key key, string stem, Phone phone, string address) =>
        Base64UrlEncoder.Encode(key.Hash($"{stem}|{phone.E164}|{ClientNetwork.NetworkOf(address)}")[..HashBytes]);
}

public sealed record ProofAnswer(string Nonce, string Answer);
