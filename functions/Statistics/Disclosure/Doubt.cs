namespace EStation.Statistics.Disclosure;

/// <summary>
/// Whether what is hidden stays in doubt: a hidden value cannot be computed when there is another table that agrees with everything shown,
/// in which it is otherwise. Hiding more takes no doubt away.
/// </summary>
public sealed class Doubt(Column column, Sum[][] sumsByCell)
{
    /// <summary>
    /// A tick has time for so many hidden cells; a full year of the whole province has more, and there the attack has to do.
    /// </summary>
    public const int MostCells = 150;

    private readonly bool[] left = new bool[column.Count];

    public bool IsLeftAt(int cell) =>
        left[cell]
        || Note(new Shift(column, sumsByCell).Find(cell, 1))
        || Note(new Shift(column, sumsByCell).Find(cell, -1))
        || Note(Directions.Find(column, sumsByCell, Around(cell), cell));

    private bool Note(IReadOnlyCollection<int>? moved)
    {
        foreach (var cell in moved ?? [])
            left[cell] = true;
        return moved is not null;
    }

    /// <summary>The hidden cells that sums connect with this one.</summary>
    private List<int> Around(int cell)
    {
        List<int> around = [cell];
        HashSet<int> known = [cell];
        for (var at = 0; at < around.Count; at++)
            around.AddRange(sumsByCell[around[at]].SelectMany(sum => sum.Cells).Where(other => column.Hidden[other] && known.Add(other)));
        return around;
    }
}
