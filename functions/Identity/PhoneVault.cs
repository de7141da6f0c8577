using System.Security.Cryptography;
using Azure.Data.Tables;

namespace EStation.Identity;

/// <summary>Phones: a keyed hash finds them; stored as base64 of nonce, tag and AES-256-GCM ciphertext, after the key's id.</summary>
public sealed class PhoneVault(Secrets secrets)
{
    public IReadOnlyList<string> HashesOf(Phone phone) =>
        [.. secrets.PhoneLookup.Keys.Select(key => Convert.ToHexStringLower(key.Hash(phone.E164)))];

    public string Encrypt(Phone phone)
    {
        var key = secrets.PhoneEncryption.Current;
        return $"{key.Id}.{Convert.ToBase64String(key.Encrypt(phone.Digits))}";
    }

    /// <summary>A filter for rows whose <c>Phone</c> was encrypted with a key other than the current one.</summary>
    public string NotCurrent()
    {
        var (from, to) = (secrets.PhoneEncryption.Current.Id + '.', secrets.PhoneEncryption.Current.Id + '/'); // '/' follows '.'
        return TableClient.CreateQueryFilter($"Phone ge {""} and (Phone lt {from} or Phone ge {to})");
    }

    public Phone Decrypt(string sealedPhone)
    {
        var dot = sealedPhone.IndexOf('.', StringComparison.Ordinal);
        var key =
            secrets.PhoneEncryption.Find(sealedPhone[..dot])
            ?? throw new CryptographicException("A phone is encrypted with a key that is neither the current nor the previous one.");
        return Phone.Parse(key.Decrypt(Convert.FromBase64String(sealedPhone[(dot + 1)..])));
    }
}
