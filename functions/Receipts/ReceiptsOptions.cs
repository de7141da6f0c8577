using System.Security.Cryptography;
using System.Text;
using EStation.Settings;

namespace EStation.Receipts;

/// <param name="Secret"><c>Messages:ReceiptsSecret</c>: the last part of the address that the gateway sends receipts to. Null: there is no
/// such address.</param>
public sealed record ReceiptsOptions(string? Secret)
{
    private const int Shortest = 24;

    public static ReceiptsOptions Read(SettingReader read) =>
        read.Optional("Messages:ReceiptsSecret") is not { } secret ? new((string?)null)
        : secret.Length >= Shortest && secret.All(char.IsAsciiLetterOrDigit) ? new(secret)
        : throw new SettingException("Messages:ReceiptsSecret", $"must be at least {Shortest} letters and digits.");

    public bool IsKnownBy(string secret) =>
        Secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Secret));
}
