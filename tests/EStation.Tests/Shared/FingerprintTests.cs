using System.Text;

namespace EStation;

/// <summary>Ids and ETags are made of these and stored: they must never change.</summary>
public sealed class FingerprintTests
{
    [Fact]
    public void A_text_has_the_first_digits_of_its_SHA_256()
    {
        // FIPS 180-2, appendix B.1
        Assert.Equal("ba7816bf8f01cfea", Fingerprint.Of("abc", 8));
        Assert.Equal("ba7816bf8f01", Fingerprint.Of("abc"u8, 6));
    }

    [Fact]
    public void A_text_is_hashed_as_UTF_8() => Assert.Equal(Fingerprint.Of(Encoding.UTF8.GetBytes("科普"), 8), Fingerprint.Of("科普", 8));

    [Fact]
    public void Figures_have_the_whole_hash_of_their_JSON() =>
        Assert.Equal(Fingerprint.Of("""["22",3]""", 32), Fingerprint.OfFigures("22", 3));
}
