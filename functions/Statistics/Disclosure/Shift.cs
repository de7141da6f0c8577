namespace EStation.Statistics.Disclosure;

/// <summary>
/// A few values that are moved by one each so that all sums stay what they are: a search from one cell, that gives up early.
/// </summary>
public sealed class Shift(Column column, Sum[][] sumsByCell)
{
    private const int MostTries = 60;
    private static readonly int[] Moves = [4, 8];

    private readonly HashSet<int> moved = [];
    private readonly Dictionary<Sum, int> excess = [];
    private int tries;

    /// <returns>The cells that were moved, or null when no way was found.</returns>
    public IReadOnlyCollection<int>? Find(int cell, int by)
    {
        if (!column.MayMove(cell, by))
            return null;
        Move(cell, by);
        foreach (var most in Moves)
        {
            tries = MostTries;
            if (TryBalance(most - 1))
                return moved;
        }

        return null;
    }

    private bool TryBalance(int movesLeft)
    {
        if (excess.Count == 0)
            return true;
        if (movesLeft == 0 || --tries < 0 || excess.Values.Sum(over => Math.Abs(over)) > 2 * movesLeft) // a move mends two sums, seldom more
            return false;
        var (sum, surplus) = excess.First();
        foreach (var (cell, by) in Candidates(sum, -Math.Sign(surplus)).OrderBy(move => LeftOpenBy(move.Cell, move.By)))
        {
            Move(cell, by);
            if (TryBalance(movesLeft - 1))
                return true;
            Adjust(cell, -by);
            moved.Remove(cell);
        }

        return false;
    }

    private IEnumerable<(int Cell, int By)> Candidates(Sum sum, int by) =>
        sum
            .Parts.Select(part => (Cell: part, By: by))
            .Append((Cell: sum.Whole, By: -by))
            .Where(move => column.MayMove(move.Cell, move.By) && !moved.Contains(move.Cell));

    private void Move(int cell, int by)
    {
        moved.Add(cell);
        Adjust(cell, by);
    }

    private void Adjust(int cell, int by)
    {
        foreach (var sum in sumsByCell[cell])
        {
            var after = ExcessAfter(sum, cell, by);
            if (after == 0)
                excess.Remove(sum);
            else
                excess[sum] = after;
        }
    }

    private int LeftOpenBy(int cell, int by) =>
        sumsByCell[cell].Sum(sum => Math.Abs(ExcessAfter(sum, cell, by)) - Math.Abs(excess.GetValueOrDefault(sum)));

    private int ExcessAfter(Sum sum, int cell, int by) => excess.GetValueOrDefault(sum) + (sum.Whole == cell ? -by : by);
}
