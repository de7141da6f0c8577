using EStation.Counting;
using EStation.Statistics.Disclosure;

namespace EStation.Statistics;

/// <param name="Reached">An estimate of the distinct people reached; only for years.</param>
/// <param name="Exposed">Columns to hide here because they would disclose the parts below.</param>
/// <param name="Latest">Of a month or year: the counts of its latest day.</param>
public sealed record Part(Figures Figures, int? Reached = null, Mask? Exposed = null, LatestDay? Latest = null)
{
    /// <summary>The changes by corrections of the latest month.</summary>
    public Withheld? Withheld { get; init; }

    public static readonly Part Nothing = new(new Figures());

    public bool IsNothing => Figures.IsEmpty && Reached is null or 0;

    /// <summary>The part that the audience columns may show: finished days, without the corrections of a month that has not closed.</summary>
    public Part PublicOn(Day today)
    {
        var finished = Before(today);
        return Withheld is { } corrections && corrections.Month == Withheld.MonthOf(today)
            ? finished with
            {
                Figures = Figures.SumOf([finished.Figures, corrections.Figures.Negated()]),
            }
            : finished;
    }

    public Part Before(Day today) =>
        Latest is { } latest && latest.Day.Date >= today.Date
            ? new Part(Figures.SumOf([Figures, latest.Figures.Negated()]), Reached, latest.ExposedBefore)
            : this;

    /// <summary>With current totals, while the audience columns stay the same.</summary>
    public Part WithTotalsOf(Part live) => this with { Figures = Figures.WithTotalsOf(live.Figures) };
}

public sealed record LatestDay(Day Day, Figures Figures, Mask? ExposedBefore = null);
