namespace EStation.Statistics.Disclosure;

/// <summary>
/// Whether a hidden value can be computed, by linear programming: is there another table that agrees with everything shown, in which this
/// value differs? Sought as a direction away from the true table, by the simplex method with Bland's rule.
/// </summary>
internal sealed class LinearAttack(
    IReadOnlyList<(double Value, double Total, bool Hidden)> cells,
    IReadOnlyList<(int Whole, int[] Parts)> sums
)
{
    private const double Zero = 1e-9;

    public bool Computes(int cell) => !Exists(cell, 1) && !Exists(cell, -1);

    private bool Exists(int cell, int direction)
    {
        // A variable for each way in which a hidden cell may go: up when there is room, down when there is somebody.
        var ways = Enumerable
            .Range(0, cells.Count)
            .Where(at => cells[at].Hidden)
            .SelectMany(at => new[] { (Cell: at, Sign: 1), (Cell: at, Sign: -1) })
            .Where(way => way.Sign > 0 ? cells[way.Cell].Value < cells[way.Cell].Total : cells[way.Cell].Value > 0)
            .ToList();
        var rows = sums.Select(sum =>
                ways.Select(way => (sum.Parts.Contains(way.Cell) ? way.Sign : 0.0) - (sum.Whole == way.Cell ? way.Sign : 0)).ToArray()
            )
            .Where(row => row.Any(factor => factor != 0))
            .Append([.. ways.Select(way => way.Cell == cell ? (double)way.Sign * direction : 0)])
            .ToList();
        return IsFeasible(rows, ways.Count);
    }

    /// <summary>Whether rows · x = (0, …, 0, 1) has a solution x ≥ 0.</summary>
    private static bool IsFeasible(List<double[]> rows, int columns)
    {
        var (height, width) = (rows.Count, columns + rows.Count);
        var table = new double[height + 1, width + 1];
        var basis = new int[height];
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < columns; column++)
                table[row, column] = rows[row][column];
            (table[row, columns + row], basis[row]) = (1, columns + row);
            table[row, width] = row == height - 1 ? 1 : 0;
            for (var column = 0; column <= width; column++)
                table[height, column] -= column >= columns && column < width ? 0 : table[row, column];
        }

        while (true)
        {
            var entering = Enumerable.Range(0, columns).FirstOrDefault(column => table[height, column] < -Zero, -1);
            if (entering < 0)
                return Math.Abs(table[height, width]) < 1e-6;
            var leaving = Enumerable
                .Range(0, height)
                .Where(row => table[row, entering] > Zero)
                .OrderBy(row => table[row, width] / table[row, entering])
                .ThenBy(row => basis[row])
                .FirstOrDefault(-1);
            if (leaving < 0)
                return true;
            Pivot(table, leaving, entering);
            basis[leaving] = entering;
        }
    }

    private static void Pivot(double[,] table, int leaving, int entering)
    {
        var factor = table[leaving, entering];
        for (var column = 0; column < table.GetLength(1); column++)
            table[leaving, column] /= factor;
        for (var row = 0; row < table.GetLength(0); row++)
        {
            if (row == leaving || table[row, entering] is var times && Math.Abs(times) < Zero)
                continue;
            for (var column = 0; column < table.GetLength(1); column++)
                table[row, column] -= times * table[leaving, column];
        }
    }
}
