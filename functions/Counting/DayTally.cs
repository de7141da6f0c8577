using System.Text.Json.Serialization;
using EStation.Ledger;
using EStation.Storage;

namespace EStation.Counting;

/// <summary>A village's totals of a day, as one county's ledger holds them.</summary>
public sealed class DayTally : ITotal
{
    public Figures Figures { get; private init; } = new();

    public Sketch Reached { get; private init; } = new();

    public Withheld? Withheld { get; private set; }

    public static DayTally Read(BinaryData? stored)
    {
        if (stored is null)
            return new DayTally();
        var form = Packed.Read<Stored>(stored);
        return new DayTally
        {
            Figures = Figures.FromStored(form.Counts),
            Reached = Sketch.Read(form.Reached),
            Withheld = form.Withheld is { } counts ? new Withheld(form.WithheldIn!.Value, Figures.FromStored(counts)) : null,
        };
    }

    public BinaryData Write() =>
        Packed.Write(new Stored(Figures.ToStored(), Reached.Write(), Withheld?.Month, Withheld?.Figures.ToStored()));

    public void Add(News news)
    {
        var counted = (CountedNews)news;
        foreach (var (metric, count) in counted.Counts)
            Figures.Add(metric, counted.Audience, count);
        if (counted.CorrectedOn is { } on && on.Date > counted.Day.Date)
            Withhold(counted, on);
        if (counted.Reached is { } person)
            Reached.Add(person);
    }

    private void Withhold(CountedNews counted, Day on)
    {
        var figures = new Figures();
        foreach (var (metric, count) in counted.Counts)
            figures.Add(metric, counted.Audience, count);
        Withheld = Withheld.Sum([Withheld, new Withheld(Withheld.MonthOf(on), figures)]);
    }

    public void Merge(DayTally other)
    {
        Withheld = Withheld.Sum([Withheld, other.Withheld]);
        Figures.Merge(other.Figures);
        Reached.Merge(other.Reached);
    }

    public DayTally Without(IReadOnlySet<Metric> metrics) =>
        new()
        {
            Figures = Figures.FromStored(Figures.ToStored().Where(count => !metrics.Contains(count.Key)).ToDictionary()),
            Reached = Reached,
            Withheld = Withheld,
        };

    private sealed record Stored(
        IReadOnlyDictionary<Metric, int[]> Counts,
        byte[] Reached,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Day? WithheldIn = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<Metric, int[]>? Withheld = null
    );
}
