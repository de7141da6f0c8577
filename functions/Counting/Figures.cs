namespace EStation.Counting;

/// <summary>Each metric by audience, of a village and day or any sum of these.</summary>
public sealed class Figures
{
    // Sorted and without zeros, so that equal figures are equal bytes.
    private readonly SortedDictionary<Metric, int[]> counts = [];

    public static Figures FromStored(IReadOnlyDictionary<Metric, int[]> stored)
    {
        var figures = new Figures();
        foreach (var (metric, columns) in stored)
            figures.counts[metric] = [.. columns];
        return figures;
    }

    public static Figures SumOf(IEnumerable<Figures> parts)
    {
        var sum = new Figures();
        foreach (var part in parts)
            sum.Merge(part);
        return sum;
    }

    /// <summary>The part of the total from 35 to 60 years, derived from the other columns.</summary>
    public int Between(Metric metric) => this[metric] - this[metric, Audience.Under35] - this[metric, Audience.Over60];

    public Figures Negated() =>
        FromStored(counts.ToDictionary(count => count.Key, count => count.Value.Select(number => -number).ToArray()));

    /// <summary>Combines these audience columns with the totals of the other figures.</summary>
    public Figures WithTotalsOf(Figures live)
    {
        var figures = new Figures();
        foreach (var metric in Metrics.Union(live.Metrics))
            figures.Add(metric, [.. Columns.All.Select(column => column == Audience.None ? live[metric] : this[metric, column])]);
        return figures;
    }

    public bool IsEmpty => counts.Count == 0;

    public IEnumerable<Metric> Metrics => counts.Keys;

    public int this[Metric metric, Audience column = Audience.None] =>
        counts.TryGetValue(metric, out var columns) ? columns[Columns.IndexOf(column)] : 0;

    public IReadOnlyDictionary<Metric, int[]> ToStored() => counts;

    /// <param name="who">All audiences of the counted people; a correction has a negative count.</param>
    public void Add(Metric metric, Audience who, int count)
    {
        var columns = new int[Columns.All.Count];
        foreach (var column in Columns.All)
            columns[Columns.IndexOf(column)] = who.HasFlag(column) ? count : 0;
        Add(metric, columns);
    }

    public void Merge(Figures other)
    {
        foreach (var (metric, columns) in other.counts)
            Add(metric, columns);
    }

    private void Add(Metric metric, int[] columns)
    {
        var sum = counts.TryGetValue(metric, out var present) ? present : new int[columns.Length];
        for (var i = 0; i < columns.Length; i++)
            sum[i] += columns[i];
        counts[metric] = sum;
        if (sum.All(count => count == 0))
            counts.Remove(metric);
    }
}
