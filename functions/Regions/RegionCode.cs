using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using EStation.Ledger;

namespace EStation.Regions;

/// <summary>A division's code (GB/T 2260 and the statistics bureau): 2, 4, 6, 9 or 12 digits, a prefix of the codes below it.</summary>
[JsonConverter(typeof(ParsableConverter<RegionCode>))]
public readonly record struct RegionCode : IParsable<RegionCode>, IFormatted
{
    public static readonly RegionCode Province = new("22");

    private static readonly int[] Lengths = [2, 4, 6, 9, 12];

    private readonly string? digits;

    private RegionCode(string digits) => this.digits = digits;

    public static Format Format =>
        new(
            "A division: province, prefecture, county, town or village.",
            $"^({string.Join('|', Lengths.Select(digits => $@"\d{{{digits}}}"))})$"
        );

    public string Value => digits ?? "";

    public RegionLevel Level => (RegionLevel)Array.IndexOf(Lengths, Value.Length);

    public RegionCode? Parent => Level == RegionLevel.Province ? null : At(Level - 1);

    /// <summary>The county whose partition of the ledger holds this place.</summary>
    public RegionCode County => At(RegionLevel.County);

    public RegionCode Town => At(RegionLevel.Town);

    public IEnumerable<RegionCode> Upwards
    {
        get
        {
            for (RegionCode? region = this; region is { } here; region = here.Parent)
                yield return here;
        }
    }

    public static implicit operator Partition(RegionCode county) => new(county.Value);

    public RegionCode At(RegionLevel level) => new(Value[..Lengths[(int)level]]);

    public bool Contains(RegionCode other) => other.Value.StartsWith(Value, StringComparison.Ordinal);

    public static RegionCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is no region code.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RegionCode result)
    {
        var valid = s is not null && Array.IndexOf(Lengths, s.Length) >= 0 && s.All(char.IsAsciiDigit);
        result = valid ? new RegionCode(s!) : default;
        return valid;
    }

    public override string ToString() => Value;
}
