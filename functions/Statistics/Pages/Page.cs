using EStation.Counting;
using EStation.Regions;
using EStation.Statistics.Disclosure;

namespace EStation.Statistics.Pages;

/// <summary>A part as the public may see it: its figures, and which of them are hidden.</summary>
public sealed record PublicPart(Part Part, Mask Hidden);

/// <summary>
/// The figures of a region's parts, prepared for reading: the days of a month, or a year and its months. What the region itself comes to is
/// the sum of its parts.
/// </summary>
/// <param name="Region">Whose; its parts are the divisions just below it.</param>
/// <param name="Span">A month (then the entries are its days) or a year (then they are its months and itself).</param>
public sealed record Page(RegionCode Region, PeriodKey Span)
{
    /// <summary>When a figure last changed.</summary>
    public DateTimeOffset AsOf { get; set; }

    /// <summary>A hash of all that is in it, as it was read.</summary>
    public string? Fingerprint { get; init; }

    public Dictionary<PeriodKey, Dictionary<RegionCode, Part>> Entries { get; init; } = [];

    /// <summary>
    /// What the public is shown of the parts, where that was decided across the whole province: see <see cref="Disclosing"/>.
    /// </summary>
    public Dictionary<PeriodKey, Dictionary<RegionCode, PublicPart>> Public { get; init; } = [];

    /// <summary>On which day <see cref="Public"/> was decided: what was counted then and later is not in its audiences.</summary>
    public Day? DecidedOn { get; set; }

    /// <summary>The people reached in the year: of each village where the region is a town, else of the region as one.</summary>
    public Dictionary<RegionCode, Sketch> Reached { get; init; } = [];

    /// <summary>
    /// The counties in whose ledgers totals of this town were found, by day: people who have moved, or saw a video of somebody far away,
    /// count here but are kept where they registered.
    /// </summary>
    public Dictionary<PeriodKey, IReadOnlyList<RegionCode>> Sources { get; init; } = [];

    /// <summary>The span of the page that holds a period's figures.</summary>
    public static PeriodKey SpanOf(PeriodKey key) => key.Period == Period.Day ? key.Month : key.Year;

    public IReadOnlyDictionary<RegionCode, Part> PartsIn(PeriodKey key) => Entries.GetValueOrDefault(key) ?? [];

    /// <summary>What the region itself comes to.</summary>
    public Part Whole(PeriodKey key)
    {
        var figures = Figures.SumOf(PartsIn(key).Values.Select(part => part.Figures));
        return key.Period == Period.Year
            ? new Part(figures, ReachedByAll().Estimate(), Disclosing.ExposedBy(PartsIn(key)), LatestIn(key))
            : new Part(figures, Latest: LatestIn(key));
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
