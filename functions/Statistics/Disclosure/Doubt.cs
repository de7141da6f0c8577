namespace EStation.Statistics.Disclosure;

/// <summary>A hidden value is in doubt when another table agrees with all published figures and has another value there. Hiding more cells
/// never removes a doubt.</summary>
public sealed class Doubt(Column column, Sum[][] sumsByCell)
{
    /// <summary>The limit of hidden cells that one tick has time for. A full year of the province has more, and then only the attack
    /// decides.</summary>
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

    private List<int> Around(int cell)
    {
        List<int> around = [cell];
        HashSet<int> known = [cell];
        for (var at = 0; at < around.Count; at++)
            around.AddRange(sumsByCell[around[at]].SelectMany(sum => sum.Cells).Where(other => column.Hidden[other] && known.Add(other)));
        return around;
    }
}
