namespace EStation.Statistics;

/// <summary>Each metric by audience: of a village on a day, or of any sum of such.</summary>
public sealed class Figures
{
    // Ordered, so that equal figures are equal bytes; what comes to nothing is left out.
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

    public bool IsEmpty => counts.Count == 0;

    public IEnumerable<Metric> Metrics => counts.Keys;

    public int this[Metric metric, Audience column = Audience.None] =>
        counts.TryGetValue(metric, out var columns) ? columns[Columns.IndexOf(column)] : 0;

    public IReadOnlyDictionary<Metric, int[]> ToStored() => counts;

    /// <param name="who">Everything that the people counted are; a correction takes them off with a negative count.</param>
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
