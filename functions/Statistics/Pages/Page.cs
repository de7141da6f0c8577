using EStation.Counting;
using EStation.Regions;
using EStation.Statistics.Disclosure;

namespace EStation.Statistics.Pages;

public sealed record PublicPart(Part Part, Mask Hidden);

/// <summary>The figures of a region's parts, prepared for reading: the days of a month, or a year and its months. The region's own figures
/// are the sum.</summary>
/// <param name="Span">A month, with entries for its days, or a year, with entries for its months and itself.</param>
public sealed record Page(RegionCode Region, PeriodKey Span)
{
    public DateTimeOffset AsOf { get; set; }

    /// <summary>A hash of the content at the time of reading.</summary>
    public string? Fingerprint { get; init; }

    public Dictionary<PeriodKey, Dictionary<RegionCode, Part>> Entries { get; init; } = [];

    /// <summary>The public figures of the parts, once decided across the province: see <see cref="Disclosing"/>.</summary>
    public Dictionary<PeriodKey, Dictionary<RegionCode, PublicPart>> Public { get; init; } = [];

    /// <summary>The day of the decision on <see cref="Public"/>: its audiences lack that day and later ones.</summary>
    public Day? DecidedOn { get; set; }

    /// <summary>The people reached in the year: by village for a town, else one sketch for the region.</summary>
    public Dictionary<RegionCode, Sketch> Reached { get; init; } = [];

    /// <summary>The counties whose ledgers hold totals of this town, by day: people who have moved or watched a distant video count here,
    /// but their rows are in the county of registration.</summary>
    public Dictionary<PeriodKey, IReadOnlyList<RegionCode>> Sources { get; init; } = [];

    public static PeriodKey SpanOf(PeriodKey key) => key.Period == Period.Day ? key.Month : key.Year;

    public IReadOnlyDictionary<RegionCode, Part> PartsIn(PeriodKey key) => Entries.GetValueOrDefault(key) ?? [];

    public Part Whole(PeriodKey key)
    {
        var figures = Figures.SumOf(PartsIn(key).Values.Select(part => part.Figures));
        var whole =
            key.Period == Period.Year
                ? new Part(figures, ReachedByAll().Estimate(), Disclosing.ExposedBy(PartsIn(key)), LatestIn(key))
                : new Part(figures, Latest: LatestIn(key));
        return whole with { Withheld = Withheld.Sum(PartsIn(key).Values.Select(part => part.Withheld)) };
    }

    private LatestDay? LatestIn(PeriodKey key)
    {
        var parts = PartsIn(key);
        if (parts.Values.Where(part => part.Latest is not null).Select(part => (DateOnly?)part.Latest!.Day.Date).Max() is not { } date)
            return null;
        var day = new Day(date);
        var exposed =
            key.Period == Period.Year ? Disclosing.ExposedBy(parts.ToDictionary(part => part.Key, part => part.Value.Before(day))) : null;
        return new LatestDay(
            day,
            Figures.SumOf(parts.Values.Where(part => part.Latest?.Day == day).Select(part => part.Latest!.Figures)),
            exposed
        );
    }

    public Sketch ReachedByAll()
    {
        var all = new Sketch();
        foreach (var sketch in Reached.Values)
            all.Merge(sketch);
        return all;
    }

    public void Reach(RegionCode part, Sketch people)
    {
        if (!Reached.TryGetValue(part, out var sketch))
            Reached[part] = sketch = new Sketch();
        sketch.Merge(people);
    }

    public void Set(PeriodKey key, RegionCode child, Part part)
    {
        if (!Entries.TryGetValue(key, out var parts))
            Entries[key] = parts = [];
        parts[child] = part;
        if (part.IsNothing)
            parts.Remove(child);
        if (parts.Count == 0)
            Entries.Remove(key);
    }
}
