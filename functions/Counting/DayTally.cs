using EStation.Ledger;
using EStation.Storage;

namespace EStation.Counting;

/// <summary>A village's totals of a day, as one county's ledger holds them.</summary>
public sealed class DayTally : ITotal
{
    public Figures Figures { get; private init; } = new();

    public Sketch Reached { get; private init; } = new();

    public static DayTally Read(BinaryData? stored)
    {
        if (stored is null)
            return new DayTally();
        var form = Packed.Read<Stored>(stored);
        return new DayTally { Figures = Figures.FromStored(form.Counts), Reached = Sketch.Read(form.Reached) };
    }

    public BinaryData Write() => Packed.Write(new Stored(Figures.ToStored(), Reached.Write()));

    public void Add(News news)
    {
        var counted = (CountedNews)news;
        foreach (var (metric, count) in counted.Counts)
            Figures.Add(metric, counted.Audience, count);
        if (counted.Reached is { } person)
            Reached.Add(person);
    }

    public void Merge(DayTally other)
    {
        Figures.Merge(other.Figures);
        Reached.Merge(other.Reached);
    }

    public DayTally Without(IReadOnlySet<Metric> metrics) =>
        new()
        {
            Figures = Figures.FromStored(Figures.ToStored().Where(count => !metrics.Contains(count.Key)).ToDictionary()),
            Reached = Reached,
        };

    private sealed record Stored(IReadOnlyDictionary<Metric, int[]> Counts, byte[] Reached);
}
