using EStation.Settings;

namespace EStation.Identity;

/// <param name="Master"><c>Secrets:Master</c>: base64 of at least 32 bytes; in Azure a Key Vault reference.</param>
/// <param name="Previous"><c>Secrets:Previous</c>: the master before a rotation, still accepted.</param>
public sealed record SecretsOptions(byte[] Master, byte[]? Previous)
{
    private const int Bytes = 32;

    public static SecretsOptions Read(SettingReader read) =>
        new(
            read.Key("Secrets:Master", Bytes)
                ?? (read.Optional("Local:DataPath") is { } folder ? LocalSecret.ReadOrMake(folder, Bytes) : null)
                ?? throw new SettingException("Secrets:Master", "is missing: base64 of at least 32 random bytes."),
            read.Key("Secrets:Previous", Bytes)
        );
}
