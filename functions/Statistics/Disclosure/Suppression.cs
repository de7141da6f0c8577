using EStation.Counting;

namespace EStation.Statistics.Disclosure;

/// <summary>A cell that is the sum of others, by their numbers in the table.</summary>
public sealed record Sum(int Whole, IReadOnlyList<int> Parts)
{
    public IEnumerable<int> Cells => Parts.Append(Whole);
}

/// <summary>
/// A table of published figures with the sums that hold in it. Small numbers of people are hidden, and with them as many others as it takes
/// that no hidden one can be computed from what is shown.
/// </summary>
public sealed class Suppression
{
    /// <summary>What is no number of people tells one, where it is so many of each: the hours of three are three times a training's.</summary>
    private static readonly Dictionary<Metric, Metric> Tells = new() { [Metric.TrainingHours] = Metric.TrainingCompletions };

    private readonly List<Part> cells = [];
    private readonly List<Sum> sums = [];

    public int Add(Part part)
    {
        cells.Add(part);
        return cells.Count - 1;
    }

    public void AddSum(int whole, IReadOnlyList<int> parts) => sums.Add(new Sum(whole, parts));

    /// <summary>What is hidden of each cell.</summary>
    public IReadOnlyList<Mask> Solve()
    {
        var lookup = sums.SelectMany(sum => sum.Cells.Select(cell => (Cell: cell, Sum: sum))).ToLookup(pair => pair.Cell, pair => pair.Sum);
        Sum[][] sumsByCell = [.. Enumerable.Range(0, cells.Count).Select(cell => lookup[cell].ToArray())];
        List<Mask> masks = [.. cells.Select(_ => new Mask())];
        foreach (var metric in cells.SelectMany(cell => cell.Figures.Metrics).Distinct().Order())
        {
            int[] totals = [.. cells.Select(cell => cell.Figures[metric])];
            foreach (var column in Columns.OfAudiences)
            {
                int[] values = [.. cells.Select(cell => cell.Figures[metric, column])];
                var hidden = new ColumnSuppression(new Column(values, totals, new bool[cells.Count]), sums, sumsByCell).Solve(cell =>
                    cells[cell].Exposed?.Hides(metric, column) == true
                    || (column is Audience.Under35 or Audience.Over60 && cells[cell].Figures.Between(metric) < ColumnSuppression.Least)
                    || (Tells.TryGetValue(metric, out var people) && masks[cell].Hides(people, column))
                );
                foreach (var cell in hidden)
                    masks[cell].Hide(metric, column);
            }
        }

        return masks;
    }
}
