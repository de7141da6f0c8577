namespace EStation.Counting;

/// <summary>
/// The changes of earlier days by corrections of one month. Totals have them at once; the public audience columns only after the month, so
/// that two readings around a correction do not tell of its person.
/// </summary>
/// <param name="Month">Its first day.</param>
public sealed record Withheld(Day Month, Figures Figures)
{
    public static Day MonthOf(Day day) => new(new DateOnly(day.Date.Year, day.Date.Month, 1));

    /// <summary>Only the latest month's; null when the corrections cancel out.</summary>
    public static Withheld? Sum(IEnumerable<Withheld?> parts)
    {
        var latest = parts.OfType<Withheld>().GroupBy(part => part.Month.Date).MaxBy(month => month.Key);
        if (latest is null)
            return null;
        var figures = Figures.SumOf(latest.Select(part => part.Figures));
        return figures.IsEmpty ? null : new Withheld(new Day(latest.Key), figures);
    }
}
