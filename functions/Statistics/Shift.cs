namespace EStation.Statistics;

/// <summary>Values that are moved by one each, until all sums are again what they were.</summary>
internal sealed class Shift(Column column, ILookup<int, Sum> sumsByCell)
{
    private const int MostMoves = 12;

    private readonly HashSet<int> moved = [];
    private readonly Dictionary<Sum, int> excess = [];

    public IEnumerable<int> Moved => moved;

    public void Move(int cell, int by)
    {
        moved.Add(cell);
        foreach (var sum in sumsByCell[cell])
        {
            excess[sum] = ExcessAfter(sum, cell, by);
            if (excess[sum] == 0)
                excess.Remove(sum);
        }
    }

    /// <returns>Whether it has come out even.</returns>
    public bool TryBalance()
    {
        while (excess.Count > 0 && moved.Count < MostMoves)
        {
            var (sum, over) = excess.First();
            if (Candidates(sum, -Math.Sign(over)).OrderBy(move => LeftOpenBy(move.Cell, move.By)).Select(move => ((int Cell, int By)?)move).FirstOrDefault() is not { } best)
                return false;
            Move(best.Cell, best.By);
        }

        return excess.Count == 0;
    }

    private IEnumerable<(int Cell, int By)> Candidates(Sum sum, int by) =>
        sum.Parts.Select(part => (Cell: part, By: by)).Append((Cell: sum.Whole, By: -by)).Where(move => column.MayMove(move.Cell, move.By) && !moved.Contains(move.Cell));

    private int LeftOpenBy(int cell, int by) => sumsByCell[cell].Sum(sum => Math.Abs(ExcessAfter(sum, cell, by)) - Math.Abs(excess.GetValueOrDefault(sum)));

    private int ExcessAfter(Sum sum, int cell, int by) => excess.GetValueOrDefault(sum) + (sum.Whole == cell ? -by : by);
}
