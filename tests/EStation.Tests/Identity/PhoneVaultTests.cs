using System.Security.Cryptography;

namespace EStation.Identity;

public class PhoneVaultTests
{
    private static readonly byte[] Old = SHA256.HashData("old"u8);
    private static readonly byte[] New = SHA256.HashData("new"u8);
    private static readonly Phone Phone = Phone.Parse("13900000001");

    [Fact]
    public void A_phone_comes_back_and_its_cipher_text_never_repeats()
    {
        var vault = Vault(New);
        var first = vault.Encrypt(Phone);
        Assert.NotEqual(first, vault.Encrypt(Phone));
        Assert.Equal(Phone, vault.Decrypt(first));
        Assert.DoesNotContain("1390000", first, StringComparison.Ordinal);
    }

    [Fact]
    public void After_rotation_what_the_previous_secret_encrypted_is_still_read_and_still_found()
    {
        var before = Vault(Old);
        var after = Vault(New, Old);
        Assert.Equal(Phone, after.Decrypt(before.Encrypt(Phone)));
        Assert.Contains(before.HashesOf(Phone)[0], after.HashesOf(Phone));
        Assert.NotEqual(before.HashesOf(Phone)[0], after.HashesOf(Phone)[0]);
    }

    [Fact]
    public void What_was_touched_is_not_read()
    {
        var vault = Vault(New);
        var sealedPhone = vault.Encrypt(Phone).ToCharArray();
        sealedPhone[^6] = sealedPhone[^6] == 'A' ? 'B' : 'A';
        Assert.ThrowsAny<CryptographicException>(() => vault.Decrypt(new string(sealedPhone)));
        Assert.Throws<CryptographicException>(() => vault.Decrypt(Vault(Old).Encrypt(Phone)));
    }

    private static PhoneVault Vault(byte[] master, byte[]? previous = null) => new(new Secrets(new SecretsOptions(master, previous)));
}
