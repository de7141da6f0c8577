using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using EStation.People;

namespace EStation.Identity;

/// <summary>
/// Phones are found by a keyed hash and kept encrypted (AES-256-GCM): nonce, tag, cipher text, in base64, after the key's id.
/// </summary>
internal sealed class PhoneVault(Secrets secrets)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>The hashes by which a phone may be known: the current key's first.</summary>
    public IReadOnlyList<string> HashesOf(Phone phone) =>
        [.. secrets.PhoneLookup.Keys.Select(key => Convert.ToHexStringLower(key.Hash(phone.E164)))];

    public string Encrypt(Phone phone)
    {
        var key = secrets.PhoneEncryption.Current;
        var plain = Encoding.ASCII.GetBytes(phone.Digits);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(key.Bytes, TagBytes);
        cipher.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes));
        return $"{key.Id}.{Convert.ToBase64String(box)}";
    }

    /// <summary>Matches rows whose column <c>Phone</c> was encrypted with another key than the current one.</summary>
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
        var box = Convert.FromBase64String(sealedPhone[(dot + 1)..]);
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(key.Bytes, TagBytes);
        cipher.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain);
        return Phone.Parse(Encoding.ASCII.GetString(plain));
    }
}
