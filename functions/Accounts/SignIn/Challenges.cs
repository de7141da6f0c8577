using System.Globalization;
using System.Security.Cryptography;
using EStation.Identity;
using EStation.People;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Accounts.SignIn;

/// <summary>Challenges as clients hold them: encrypted and bound to the phone, so nothing is stored before the first try.</summary>
public sealed class Challenges(Secrets secrets)
{
    private const int IdBytes = 9;
    private const int CodeDigits = 6;

    /// <summary>For phones with a role, where a right guess gains more.</summary>
    private const int CodeDigitsOfRoles = 8;

    public (Challenge Challenge, string Sealed) Make(
        Phone phone,
        string address,
        bool ofStrangers,
        DateTimeOffset now,
        bool hasRole = false
    )
    {
        var code = RandomNumberGenerator.GetString("0123456789", hasRole ? CodeDigitsOfRoles : CodeDigits);
        var id = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(IdBytes));
        var challenge = new Challenge(id, phone, code, now + Challenge.Lifetime, address, ofStrangers);
        var key = secrets.Challenges.Current;
        var expires = challenge.ExpiresAt.ToUnixTimeMilliseconds();
        // Padding hides from the ciphertext's length whether the phone has a role.
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{id}|{phone.Digits}|{code, -CodeDigitsOfRoles}|{expires}|{(ofStrangers ? 1 : 0)}|{address}"
        );
        return (challenge, $"{key.Id}.{Base64UrlEncoder.Encode(key.Encrypt(text))}");
    }

    public Challenge? Open(string sealedText)
    {
        if (sealedText.Split('.') is not [var id, var box] || secrets.Challenges.Find(id) is not { } key)
            return null;
        try
        {
            var parts = key.Decrypt(Base64UrlEncoder.DecodeBytes(box)).Split('|', 6);
            return new Challenge(
                parts[0],
                Phone.Parse(parts[1]),
                parts[2].TrimEnd(),
                DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[3], CultureInfo.InvariantCulture)),
                parts[5],
                parts[4] == "1"
            );
        }
        catch (Exception foreign) when (foreign is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
