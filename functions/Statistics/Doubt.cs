namespace EStation.Statistics;

/// <summary>
/// Whether what is hidden stays in doubt: a hidden value cannot be computed when there is another table that agrees with everything shown, in
/// which it is otherwise. Such a table is sought nearby, in ever wider surroundings. Hiding more takes no doubt away.
/// </summary>
internal sealed class Doubt(Column column, ILookup<int, Sum> sumsByCell)
{
    // The last of them is all there is, but for tables that a tick has no time for: then a cell counts as computed.
    private static readonly int[] Surroundings = [60, 500];

    private readonly bool[] left = new bool[column.Count];

    public bool IsLeftAt(int cell) => left[cell] || IsLeftByShift(cell, 1) || IsLeftByShift(cell, -1) || IsLeftInSurroundings(cell);

    /// <summary>Looks for a few values that may be one more or one less, this one among them, so that all sums stay the same.</summary>
    private bool IsLeftByShift(int cell, int by)
    {
        if (!column.MayMove(cell, by))
            return false;
        var shift = new Shift(column, sumsByCell);
        shift.Move(cell, by);
        return shift.TryBalance() && Note(shift.Moved);
    }

    private bool IsLeftInSurroundings(int cell)
    {
        foreach (var most in Surroundings)
        {
            var around = Around(cell, most);
            if (Directions.Find(column, sumsByCell, around, cell) is { } moved)
                return Note(moved);
            if (around.Count < most)
                break;
        }

        return false;
    }

    private bool Note(IEnumerable<int> moved)
    {
        foreach (var cell in moved)
            left[cell] = true;
        return true;
    }

    /// <summary>The hidden cells that sums connect with this one, the nearest first.</summary>
    private List<int> Around(int cell, int most)
    {
        List<int> around = [cell];
        HashSet<int> known = [cell];
        for (var at = 0; at < around.Count && around.Count < most; at++)
            around.AddRange(sumsByCell[around[at]].SelectMany(sum => sum.Cells).Where(other => column.Hidden[other] && known.Add(other)).Take(most - around.Count));
        return around;
    }
}
