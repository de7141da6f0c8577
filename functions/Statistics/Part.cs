using EStation.Counting;
using EStation.Statistics.Disclosure;

namespace EStation.Statistics;

/// <summary>What one part of a region has come to in a period.</summary>
/// <param name="Reached">About how many different people took part in something; for years alone.</param>
/// <param name="Exposed">Columns that have to be hidden here because what is below would otherwise be given away.</param>
/// <param name="Latest">Of a month or year: what of it was counted on its latest day.</param>
public sealed record Part(Figures Figures, int? Reached = null, Mask? Exposed = null, LatestDay? Latest = null)
{
    public static readonly Part Nothing = new(new Figures());

    public bool IsNothing => Figures.IsEmpty && Reached is null or 0;

    /// <summary>Without what was counted on a day that is not over.</summary>
    public Part Before(Day today) =>
        Latest is { } latest && latest.Day.Date >= today.Date
            ? new Part(Figures.SumOf([Figures, latest.Figures.Negated()]), Reached, latest.ExposedBefore)
            : this;

    /// <summary>With all that was counted in the total, while the columns of audiences stay as they are.</summary>
    public Part WithTotalsOf(Part live) => this with { Figures = Figures.WithTotalsOf(live.Figures) };
}

/// <param name="ExposedBefore">Columns that are exposed in what was counted before this day.</param>
public sealed record LatestDay(Day Day, Figures Figures, Mask? ExposedBefore = null);
