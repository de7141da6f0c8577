using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace EStation;

/// <summary>A mainland mobile number: 11 digits from 1[3-9]; stored in E.164.</summary>
public readonly partial record struct Phone : IParsable<Phone>, IFormatted
{
    private const string Country = "+86";

    private Phone(string digits) => Digits = digits;

    public static Format Format => new("A mobile number of the mainland, also with +86, spaces or hyphens.");

    public string Digits { get; }

    public string E164 => Country + Digits;

    public string Masked => $"{Digits[..3]}****{Digits[7..]}";

    public static Phone Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var phone) ? phone : throw new FormatException("No mainland mobile number.");

    /// <summary>Accepts a prefix 0086, +86 or 86, spaces and hyphens, and full-width digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Phone result)
    {
        var match = Mobile().Match(Between().Replace(Characters.Narrow(s ?? ""), ""));
        result = match.Success ? new Phone(match.Groups[1].Value) : default;
        return match.Success;
    }

    public override string ToString() => Masked;

    [GeneratedRegex(@"^(?:(?:\+|00)?86)?(1[3-9]\d{9})\z", RegexOptions.ECMAScript)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"[\s\u00a0\-\u2010-\u2015()]")]
    private static partial Regex Between();
}
