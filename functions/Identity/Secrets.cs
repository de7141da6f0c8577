using System.Security.Cryptography;
using System.Text;

namespace EStation.Identity;

/// <summary>Keys by purpose (HKDF) from one master secret. Keys of the previous master are still accepted.</summary>
public sealed class Secrets(SecretsOptions options)
{
    public bool IsRotating { get; } = options.Previous is not null;

    public KeyRing Tokens { get; } = new(options, "tokens");

    public KeyRing Tickets { get; } = new(options, "tickets");

    public KeyRing TrainingTickets { get; } = new(options, "training-tickets");

    public KeyRing Certificates { get; } = new(options, "certificates");

    public KeyRing Papers { get; } = new(options, "papers");

    public KeyRing Receipts { get; } = new(options, "receipts");

    public KeyRing Pseudonyms { get; } = new(options, "pseudonyms");

    /// <summary>For ids that are a hash of author and content, which makes creation idempotent.</summary>
    public KeyRing AuthoredIds { get; } = new(options, "authored-ids");

    /// <summary>For names and addresses of those who get prizes.</summary>
    public KeyRing Deliveries { get; } = new(options, "deliveries");

    public KeyRing Codes { get; } = new(options, "codes");

    public KeyRing Challenges { get; } = new(options, "challenges");

    public KeyRing Proofs { get; } = new(options, "proofs");

    public KeyRing PhoneLookup { get; } = new(options, "phone-lookup");

    public KeyRing PhoneEncryption { get; } = new(options, "phone-encryption");
}

/// <summary>The current key is first.</summary>
public sealed class KeyRing
{
    private const int Bytes = 32;

    public KeyRing(SecretsOptions options, string purpose) =>
        Keys = [.. new[] { options.Master, options.Previous }.OfType<byte[]>().Select(master => Derive(master, purpose))];

    public Key Current => Keys[0];

    public IReadOnlyList<Key> Keys { get; }

    public Key? Find(string id) => Keys.FirstOrDefault(key => key.Id == id);

    // The id identifies the key without revealing it.
    private static Key Derive(byte[] master, string purpose) =>
        new(Convert.ToHexStringLower(Expand(master, $"estation/{purpose}/id", 4)), Expand(master, $"estation/{purpose}/key", Bytes));

    private static byte[] Expand(byte[] master, string info, int bytes) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, bytes, info: Encoding.UTF8.GetBytes(info));
}

public sealed record Key(string Id, byte[] Bytes)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public byte[] Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    public byte[] Hash(byte[] content) => HMACSHA256.HashData(Bytes, content);

    public byte[] Encrypt(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var cipher = new AesGcm(Bytes, TagBytes);
        cipher.Encrypt(box.AsSpan(0, NonceBytes), plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes));
        return box;
    }

    public string Decrypt(byte[] box)
    {
        if (box.Length < NonceBytes + TagBytes)
            throw new CryptographicException("A box is too short.");
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(Bytes, TagBytes);
        cipher.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain);
        return Encoding.UTF8.GetString(plain);
    }
}
