using System.Globalization;
using System.Text.Json.Serialization;

namespace EStation;

/// <summary>A calendar day in Asia/Shanghai, <c>yyyy-MM-dd</c>.</summary>
[JsonConverter(typeof(ParsableConverter<Day>))]
public readonly record struct Day(DateOnly Date) : IParsable<Day>, IFormatted
{
    private const int Earliest = 1900;
    private const int Latest = 2199;

    public static Format Format => new("A day in China, as 2026-11-24.", @"^\d{4}-\d{2}-\d{2}$");

    public DateTimeOffset Start => new(Date.ToDateTime(TimeOnly.MinValue), Clock.Shanghai);

    public DateTimeOffset End => Start.AddDays(1);

    public static Day Of(DateTimeOffset instant) => new(DateOnly.FromDateTime(instant.InShanghai().DateTime));

    public static Day Parse(string s, IFormatProvider? provider) => new(DateOnly.ParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static bool TryParse(string? s, IFormatProvider? provider, out Day result)
    {
        var parsed = DateOnly.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        var valid = parsed && date.Year is >= Earliest and <= Latest;
        result = valid ? new Day(date) : default;
        return valid;
    }

    public override string ToString() => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
