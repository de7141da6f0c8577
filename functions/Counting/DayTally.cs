using EStation.Ledger;
using EStation.Storage;

namespace EStation.Counting;

/// <summary>What a village has come to on a day, as it is kept in one county's ledger.</summary>
public sealed class DayTally : ITotal
{
    public Figures Figures { get; private init; } = new();

    /// <summary>The people who took part in something.</summary>
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

    /// <summary>The same people, without the counts of some metrics.</summary>
    public DayTally Without(IReadOnlySet<Metric> metrics) =>
        new()
        {
            Figures = Figures.FromStored(Figures.ToStored().Where(count => !metrics.Contains(count.Key)).ToDictionary()),
            Reached = Reached,
        };

    private sealed record Stored(IReadOnlyDictionary<Metric, int[]> Counts, byte[] Reached);
}
