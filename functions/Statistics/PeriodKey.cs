using System.Text.Json.Serialization;

namespace EStation.Statistics;

/// <summary>A day, a month or a year in Asia/Shanghai: <c>2026-11-24</c>, <c>2026-11</c>, <c>2026</c>.</summary>
[JsonConverter(typeof(ParsableConverter<PeriodKey>))]
public readonly record struct PeriodKey : IParsable<PeriodKey>, IFormatted
{
    private static readonly int[] Lengths = [10, 7, 4];

    private PeriodKey(Day first, Period period) => (First, Period) = (first, period);

    public static Format Format => new("A day, a month or a year, as 2026-11-24, 2026-11 or 2026.", @"^\d{4}(-\d{2}(-\d{2})?)?$");

    public Day First { get; }

    public Period Period { get; }

    public Day Last =>
        new(
            Period switch
            {
                Period.Day => First.Date,
                Period.Month => First.Date.AddMonths(1).AddDays(-1),
                _ => First.Date.AddYears(1).AddDays(-1),
            }
        );

    public string Value => First.ToString()[..Lengths[(int)Period]];

    public PeriodKey Month => Of(First, Period.Month);

    public PeriodKey Year => Of(First, Period.Year);

    public static PeriodKey Of(Day day, Period period) =>
        new(
            new Day(
                period switch
                {
                    Period.Day => day.Date,
                    Period.Month => new DateOnly(day.Date.Year, day.Date.Month, 1),
                    _ => new DateOnly(day.Date.Year, 1, 1),
                }
            ),
            period
        );

    public PeriodKey Plus(int periods) =>
        new(
            new Day(
                Period switch
                {
                    Period.Day => First.Date.AddDays(periods),
                    Period.Month => First.Date.AddMonths(periods),
                    _ => First.Date.AddYears(periods),
                }
            ),
            Period
        );

    public static PeriodKey Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var key) ? key : throw new FormatException($"'{s}' is no period.");

    public static bool TryParse(string? s, IFormatProvider? provider, out PeriodKey result)
    {
        var period = Array.IndexOf(Lengths, s?.Length ?? 0);
        var valid = Day.TryParse(period < 0 ? null : s + "0000-01-01"[s!.Length..], null, out var first);
        result = valid ? new PeriodKey(first, (Period)period) : default;
        return valid;
    }

    public override string ToString() => Value;
}
