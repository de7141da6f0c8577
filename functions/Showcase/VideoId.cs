using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using EStation.Regions;

namespace EStation.Showcase;

/// <summary>
/// A video's id: the county in whose ledger it is, a hash of its owner, when it was opened, and chance. So it is found by one read, and
/// what somebody owns is one range, in the order of opening.
/// </summary>
[JsonConverter(typeof(ParsableConverter<VideoId>))]
public readonly record struct VideoId : IParsable<VideoId>
{
    private const int CountyLength = 6;
    private const int OwnerBytes = 5;
    private const int Length = 36;

    private readonly string? text;

    private VideoId(string text) => this.text = text;

    public string Value => text ?? "";

    /// <summary>The owner's ledger county.</summary>
    public RegionCode County => RegionCode.Parse(Value[..CountyLength]);

    public static VideoId New(RegionCode county, string owner, DateTimeOffset now) =>
        new(
            PrefixOf(county, owner)
                + now.ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture)
                + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))
        );

    /// <summary>How the ids of all videos of this owner begin, and perhaps some of another's.</summary>
    public static string PrefixOf(RegionCode county, string owner) => county.Value + Fingerprint.Of(owner, OwnerBytes);

    public static VideoId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is no video's id.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out VideoId result)
    {
        var valid = s is { Length: Length } && s.All(char.IsAsciiHexDigitLower) && RegionCode.TryParse(s[..CountyLength], null, out _);
        result = valid ? new VideoId(s!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
