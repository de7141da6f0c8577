using Microsoft.Extensions.Configuration;

namespace EStation.Settings;

public class SettingReaderTests
{
    [Fact]
    public void What_is_wrong_is_named()
    {
        Assert.StartsWith("Setting 'N'", Wrong("0", read => read.Number("N", 1)), StringComparison.Ordinal);
        Assert.StartsWith("Setting 'N'", Wrong("-5", read => read.Number("N", 1)), StringComparison.Ordinal);
        Assert.StartsWith("Setting 'N'", Wrong("many", read => read.Number("N", 1)), StringComparison.Ordinal);
        Assert.StartsWith("Setting 'N'", Wrong("maybe", read => read.Flag("N")), StringComparison.Ordinal);
        Assert.StartsWith("Setting 'N'", Wrong("AAAA", read => read.Key("N", 32)), StringComparison.Ordinal);
        Assert.StartsWith("Setting 'N'", Wrong("not a uri", read => read.Uri("N")), StringComparison.Ordinal);
        Assert.StartsWith("Setting 'N'", Wrong("13900000001, 12", read => read.Many<Phone>("N")), StringComparison.Ordinal);
        foreach (var wrong in new[] { "Sunday", "1", "A,B" })
            Assert.StartsWith("Setting 'N'", Wrong(wrong, read => read.OneOf("N", Letter.A)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_absent_has_its_usual_value()
    {
        var read = Reader(null);
        Assert.Equal(7, read.Number("N", 7));
        Assert.Equal(Letter.B, read.OneOf("N", Letter.B));
        Assert.False(read.Flag("N"));
        Assert.Null(read.Key("N", 32));
        Assert.Empty(read.Many<Phone>("N"));
    }

    [Fact]
    public void A_name_is_known_in_any_case() => Assert.Equal(Letter.B, Reader("b").OneOf("N", Letter.A));

    [Theory]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://vault/secrets/key/)")]
    [InlineData(" @microsoft.keyvault(VaultName=vault;SecretName=key)")]
    public void A_reference_that_the_platform_could_not_resolve_stops_the_start_whatever_it_is_for(string value) =>
        Assert.StartsWith(
            "Setting 'N' still is a Key Vault reference",
            Assert.Throws<SettingException>(Reader(value).CheckReferences).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_secret_that_was_read_is_no_reference() => Reader("secret@Microsoft.KeyVault(").CheckReferences();

    private static string Wrong(string value, Func<SettingReader, object?> read) =>
        Assert.Throws<SettingException>(() => read(Reader(value))).Message;

    private static SettingReader Reader(string? value) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["N"] = value }).Build());

    private enum Letter
    {
        A,
        B,
    }
}
