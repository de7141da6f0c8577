namespace EStation.Statistics.Disclosure;

/// <summary>
/// Directions in which hidden values may move together while all sums stay the same and none leaves its bounds: linear programming, by the
/// simplex method with Bland's rule, which always ends.
/// </summary>
public sealed class Directions
{
    private const double Zero = 1e-9;

    private readonly List<(int Cell, int Sign)> ways;
    private readonly double[,] table;
    private readonly int[] basis;

    private Directions(Column column, Sum[][] sumsByCell, IReadOnlyList<int> cells, int cell, int sign)
    {
        ways = [.. cells.SelectMany(at => new[] { (at, 1), (at, -1) }).Where(way => column.MayMove(way.at, way.Item2))];
        var rows = cells.SelectMany(at => sumsByCell[at]).Distinct().Index().ToDictionary(row => row.Item, row => row.Index);
        table = new double[rows.Count + 2, ways.Count + 1];
        basis = [.. Enumerable.Range(0, rows.Count + 1).Select(row => ways.Count + row)];
        for (var way = 0; way < ways.Count; way++)
        {
            foreach (var sum in sumsByCell[ways[way].Cell])
                table[rows[sum], way] = sum.Whole == ways[way].Cell ? -ways[way].Sign : ways[way].Sign;
            table[Last, way] = ways[way].Cell == cell ? ways[way].Sign * sign : 0;
        }

        table[Last, ways.Count] = 1;
        for (var row = 0; row <= Last; row++)
        {
            for (var way = 0; way <= ways.Count; way++)
                table[Cost, way] -= table[row, way];
        }
    }

    /// <summary>The row that says that the cell moves by one.</summary>
    private int Last => basis.Length - 1;

    private int Cost => basis.Length;

    /// <summary>The cells that may move together with one, itself among them, or null when it cannot move.</summary>
    /// <param name="cells">Those that may move at all.</param>
    public static IReadOnlyCollection<int>? Find(Column column, Sum[][] sumsByCell, IReadOnlyList<int> cells, int cell) =>
        new[] { 1, -1 }
            .Where(sign => column.MayMove(cell, sign))
            .Select(sign => new Directions(column, sumsByCell, cells, cell, sign).Solve())
            .FirstOrDefault(moved => moved is not null);

    private HashSet<int>? Solve()
    {
        while (Entering() is var way && way < ways.Count)
        {
            if (Leaving(way) is not { } row)
                break;
            Pivot(row, way);
            basis[row] = way;
        }

        return Math.Abs(table[Cost, ways.Count]) > 1e-6 ? null : Moved();
    }

    private int Entering()
    {
        var way = 0;
        while (way < ways.Count && table[Cost, way] > -Zero)
            way++;
        return way;
    }

    private int? Leaving(int way)
    {
        int? leaving = null;
        var least = double.PositiveInfinity;
        for (var row = 0; row <= Last; row++)
        {
            if (table[row, way] <= Zero)
                continue;
            var ratio = table[row, ways.Count] / table[row, way];
            if (ratio < least - Zero || (ratio < least + Zero && basis[row] < basis[leaving!.Value]))
                (least, leaving) = (ratio, row);
        }

        return leaving;
    }

    private void Pivot(int leaving, int way)
    {
        var factor = table[leaving, way];
        for (var column = 0; column <= ways.Count; column++)
            table[leaving, column] /= factor;
        for (var row = 0; row <= Cost; row++)
        {
            var times = table[row, way];
            if (row == leaving || Math.Abs(times) < Zero)
                continue;
            for (var column = 0; column <= ways.Count; column++)
                table[row, column] -= times * table[leaving, column];
        }
    }

    private HashSet<int> Moved()
    {
        var moves = new Dictionary<int, double>();
        for (var row = 0; row <= Last; row++)
        {
            if (basis[row] < ways.Count)
                moves[ways[basis[row]].Cell] =
                    moves.GetValueOrDefault(ways[basis[row]].Cell) + (ways[basis[row]].Sign * table[row, ways.Count]);
        }

        return [.. moves.Where(move => Math.Abs(move.Value) > 1e-6).Select(move => move.Key)];
    }
}
