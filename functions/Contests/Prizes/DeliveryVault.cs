using System.Security.Cryptography;
using System.Text.Json;
using EStation.Http;
using EStation.Identity;

namespace EStation.Contests.Prizes;

/// <summary>The winner of a prize, and the address.</summary>
/// <param name="Address">Null at a station.</param>
public sealed record Delivery(ClaimBy By, string Name, string? Address);

/// <summary>Names and addresses: base64 of nonce, tag and AES-256-GCM ciphertext, after the key's id.</summary>
public sealed class DeliveryVault(Secrets secrets)
{
    public string Seal(Delivery delivery)
    {
        var key = secrets.Deliveries.Current;
        return $"{key.Id}.{Convert.ToBase64String(key.Encrypt(JsonSerializer.Serialize(delivery, Json.AllLanguages)))}";
    }

    public Delivery Open(string stored)
    {
        var dot = stored.IndexOf('.', StringComparison.Ordinal);
        var key =
            secrets.Deliveries.Find(stored[..dot])
            ?? throw new CryptographicException("An address is encrypted with a key that is neither the current nor the previous one.");
        return JsonSerializer.Deserialize<Delivery>(key.Decrypt(Convert.FromBase64String(stored[(dot + 1)..])), Json.AllLanguages)!;
    }
}
