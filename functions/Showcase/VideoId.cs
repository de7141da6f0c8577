using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using EStation.Regions;

namespace EStation.Showcase;

/// <summary>A video's id: the county of its ledger, so that one read finds it, and random characters. It does not identify the
/// owner.</summary>
[JsonConverter(typeof(ParsableConverter<VideoId>))]
public readonly record struct VideoId : IParsable<VideoId>, IFormatted
{
    private const int CountyLength = 6;
    private const int ChanceBytes = 15;
    private const int Length = 36;

    private readonly string? text;

    private VideoId(string text) => this.text = text;

    public static Format Format => new("A video's id.", $@"^\d{{{CountyLength}}}[0-9a-f]{{{Length - CountyLength}}}$");

    public string Value => text ?? "";

    public RegionCode County => RegionCode.Parse(Value[..CountyLength]);

    public static VideoId New(RegionCode county) =>
        new(county.Value + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(ChanceBytes)));

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
