namespace EStation.Statistics.Disclosure;

/// <summary>
/// Which cells of one column stay hidden. Who looks on knows the totals, so that a value is known to lie between nothing and its total, and
/// may combine all sums there are.
/// </summary>
public sealed class ColumnSuppression
{
    /// <summary>Fewer people than this are hidden, and so are all but so few.</summary>
    public const int Least = 5;

    private readonly Column column;
    private readonly IReadOnlyList<Sum> sums;
    private readonly Sum[][] sumsByCell;
    private readonly Doubt doubt;
    private readonly Queue<Sum> unsettled;

    /// <param name="sumsByCell">The sums that a cell is in, as a part or as the whole.</param>
    public ColumnSuppression(Column column, IReadOnlyList<Sum> sums, Sum[][] sumsByCell)
    {
        (this.column, this.sums, this.sumsByCell, unsettled) = (column, sums, sumsByCell, new Queue<Sum>(sums));
        doubt = new Doubt(column, sumsByCell);
    }

    /// <param name="exposed">Cells that are hidden whatever their value.</param>
    /// <returns>The hidden cells.</returns>
    public IReadOnlyList<int> Solve(Func<int, bool> exposed)
    {
        for (var cell = 0; cell < column.Count; cell++)
            column.Hidden[cell] = column.IsUnknown(cell) && (column.IsSmall(cell) || exposed(cell));
        Settle();
        while (SomethingIsShown() && (HideMoreAround(new Attack(column, sums).Computed()) || HideMoreAroundWhatIsInNoDoubt())) { }

        return column.HiddenCells;
    }

    private bool SomethingIsShown() => Enumerable.Range(0, column.Count).Any(cell => !column.Hidden[cell] && column.IsUnknown(cell));

    /// <summary>Several sums together give these cells away: for each the nearest visible one is hidden as well.</summary>
    private bool HideMoreAround(IEnumerable<int> computed) => computed.Aggregate(false, (changed, cell) => HideNearest(cell) || changed);

    private bool HideMoreAroundWhatIsInNoDoubt()
    {
        var changed = false;
        foreach (var cell in column.HiddenCells is { Count: <= Doubt.MostCells } few ? few : [])
        {
            while (!doubt.IsLeftAt(cell) && HideNearest(cell))
                changed = true;
        }

        return changed;
    }

    private bool HideNearest(int cell)
    {
        if (Nearest(cell) is not { } near)
            return false;
        Hide(near);
        Settle();
        return true;
    }

    private void Hide(int cell)
    {
        column.Hidden[cell] = true;
        foreach (var sum in sumsByCell[cell])
            unsettled.Enqueue(sum);
    }

    private void Settle()
    {
        while (unsettled.TryDequeue(out var sum))
        {
            while (NextToHide(sum) is { } cell)
                Hide(cell);
        }
    }

    /// <summary>The cell that has to be hidden next so that this sum alone gives nothing away, or null.</summary>
    private int? NextToHide(Sum sum)
    {
        List<int> concealed = [.. sum.Parts.Where(part => column.Hidden[part])];
        if (column.Hidden[sum.Whole])
            return concealed.Count > 0 ? null : Smallest(sum.Parts);
        return concealed.Exists(part => IsGivenAway(part, concealed)) ? Smallest(sum.Parts) ?? sum.Whole : null;
    }

    private bool IsGivenAway(int part, List<int> concealed)
    {
        var sum = concealed.Sum(other => column.Values[other]);
        var most = concealed.Where(other => other != part).Sum(column.Most);
        var least = concealed.Where(other => other != part).Sum(column.Fewest);
        return Math.Max(column.Fewest(part), sum - most) == Math.Min(column.Most(part), sum - least);
    }

    private int? Smallest(IEnumerable<int> cells) =>
        cells
            .Where(cell => !column.Hidden[cell] && column.IsUnknown(cell))
            .OrderBy(cell => column.Values[cell])
            .ThenBy(cell => cell)
            .Select(cell => (int?)cell)
            .FirstOrDefault();

    private int? Nearest(int cell)
    {
        HashSet<int> reached = [cell];
        List<int> edge = [cell];
        while (edge.Count > 0)
        {
            var around = edge.SelectMany(at => sumsByCell[at]).Distinct().SelectMany(sum => sum.Cells).Distinct().ToList();
            if (Smallest(around) is { } near)
                return near;
            edge = [.. around.Where(reached.Add)];
        }

        return null; // everything that belongs together is hidden
    }
}
