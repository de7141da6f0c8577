namespace EStation.Statistics;

/// <summary>
/// Which cells of one column stay hidden. Who looks on knows the totals, so that a value is known to lie between nothing and its total, and
/// may combine all sums there are.
/// </summary>
internal sealed class ColumnSuppression(int[] values, int[] totals, IReadOnlyList<Sum> sums, ILookup<int, Sum> sumsByCell)
{
    /// <summary>Fewer people than this are hidden.</summary>
    public const int Least = 5;

    private readonly bool[] hidden = new bool[values.Length];

    /// <param name="exposed">Cells that are hidden whatever their value.</param>
    /// <returns>The hidden cells.</returns>
    public IReadOnlyList<int> Solve(Func<int, bool> exposed)
    {
        for (var cell = 0; cell < hidden.Length; cell++)
            hidden[cell] = IsUnknown(cell) && (values[cell] < Least || exposed(cell));
        while (CompleteSums() || (SomethingIsShown() && HideMoreAround(new Attack(values, totals, hidden, sums).Computed())))
        {
        }

        return [.. Enumerable.Range(0, hidden.Length).Where(cell => hidden[cell])];
    }

    /// <summary>Where nobody was at all, everybody can tell that there were no women.</summary>
    private bool IsUnknown(int cell) => totals[cell] != 0 || values[cell] != 0;

    private bool CompleteSums()
    {
        var changed = false;
        foreach (var sum in sums)
        {
            while (NextToHide(sum) is { } cell)
                changed = hidden[cell] = true;
        }

        return changed;
    }

    /// <summary>The cell that has to be hidden next so that this sum alone gives nothing away, or null.</summary>
    private int? NextToHide(Sum sum)
    {
        List<int> concealed = [.. sum.Parts.Where(part => hidden[part])];
        if (hidden[sum.Whole])
            return concealed.Count > 0 ? null : Smallest(sum.Parts);
        return concealed.Exists(part => IsGivenAway(part, concealed)) ? Smallest(sum.Parts) ?? sum.Whole : null;
    }

    private bool IsGivenAway(int part, List<int> concealed)
    {
        var sum = concealed.Sum(other => values[other]);
        var most = concealed.Where(other => other != part).Sum(Most);
        var least = concealed.Where(other => other != part).Sum(Fewest);
        return Math.Max(Fewest(part), sum - most) == Math.Min(Most(part), sum - least);
    }

    private int? Smallest(IEnumerable<int> cells) =>
        cells.Where(cell => !hidden[cell] && IsUnknown(cell)).OrderBy(cell => values[cell]).ThenBy(cell => cell).Select(cell => (int?)cell).FirstOrDefault();

    /// <summary>Several sums together give these cells away: for each the nearest visible one is hidden as well.</summary>
    private bool HideMoreAround(IReadOnlyCollection<int> computed)
    {
        var changed = false;
        foreach (var cell in computed)
        {
            if (Nearest(cell) is { } near)
                changed = hidden[near] = true;
        }

        return changed;
    }

    private bool SomethingIsShown() => Enumerable.Range(0, hidden.Length).Any(cell => !hidden[cell] && IsUnknown(cell));

    private int? Nearest(int cell)
    {
        HashSet<int> reached = [cell];
        List<int> edge = [cell];
        while (edge.Count > 0)
        {
            var around = edge.SelectMany(at => sumsByCell[at]).Distinct().SelectMany(sum => sum.Parts.Append(sum.Whole)).Distinct().ToList();
            if (Smallest(around) is { } near)
                return near;
            edge = [.. around.Where(reached.Add)];
        }

        return null; // everything that belongs together is hidden
    }

    private int Fewest(int cell) => Math.Min(0, values[cell]);

    private int Most(int cell) => Math.Max(totals[cell], values[cell]);
}
