namespace EStation.Statistics.Disclosure;

/// <summary>What somebody who knows everything that is shown can compute of what is hidden.</summary>
public sealed class Attack(Column column, IReadOnlyList<Sum> sums)
{
    /// <summary>The sums that still have something unknown in them.</summary>
    private readonly List<Sum> open = [.. sums.Where(sum => sum.Cells.Any(cell => column.Hidden[cell]))];

    public IReadOnlyCollection<int> Computed()
    {
        var computed = ByBounds();
        return computed.Count > 0 ? computed : ByElimination();
    }

    /// <summary>Cells whose least and greatest possible value are one, after each sum has narrowed its members as far as it goes.</summary>
    private List<int> ByBounds()
    {
        int[] low = [.. column.Values.Select((value, cell) => column.Hidden[cell] ? column.Fewest(cell) : value)];
        int[] high = [.. column.Values.Select((value, cell) => column.Hidden[cell] ? column.Most(cell) : value)];
        while (open.Aggregate(false, (narrowed, sum) => Narrow(sum, low, high) || narrowed)) { }

        return [.. column.HiddenCells.Where(cell => low[cell] == high[cell])];
    }

    private static bool Narrow(Sum sum, int[] low, int[] high)
    {
        var (least, most) = (sum.Parts.Sum(part => low[part]), sum.Parts.Sum(part => high[part]));
        var narrowed = Narrow(sum.Whole, least, most, low, high);
        foreach (var part in sum.Parts)
            narrowed |= Narrow(part, low[sum.Whole] - (most - high[part]), high[sum.Whole] - (least - low[part]), low, high);
        return narrowed;
    }

    private static bool Narrow(int cell, int least, int most, int[] low, int[] high)
    {
        if (least <= low[cell] && most >= high[cell])
            return false;
        (low[cell], high[cell]) = (Math.Max(low[cell], least), Math.Min(high[cell], most));
        return true;
    }

    private List<int> ByElimination()
    {
        var equations = new Elimination();
        foreach (var sum in open.OrderBy(sum => sum.Parts.Count(part => column.Hidden[part]))) // short ones first: what they settle makes the long ones shorter
            equations.Add(
                sum.Parts.Where(part => column.Hidden[part])
                    .Select(part => (part, 1))
                    .Concat(column.Hidden[sum.Whole] ? [(sum.Whole, -1)] : [])
            );
        return [.. equations.Solved().Union(equations.Rows().SelectMany(ForcedBy)).Order()];
    }

    /// <summary>The cells of an equation that cannot move: nothing else in it has room to make up for them.</summary>
    private IEnumerable<int> ForcedBy(IReadOnlyList<(int Cell, long Factor)> row)
    {
        var rising = row.Count(Rises);
        var falling = row.Count(Falls);
        return row.Where(term => !(Rises(term) && falling > (Falls(term) ? 1 : 0)) && !(Falls(term) && rising > (Rises(term) ? 1 : 0)))
            .Select(term => term.Cell);
    }

    /// <summary>Whether this term of a sum has room to become more.</summary>
    private bool Rises((int Cell, long Factor) term) => column.MayMove(term.Cell, Math.Sign(term.Factor));

    private bool Falls((int Cell, long Factor) term) => Rises((term.Cell, -term.Factor));
}
