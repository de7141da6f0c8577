namespace EStation.Statistics.Disclosure;

public sealed record Column(int[] Values, int[] Totals, bool[] Hidden)
{
    public int Count => Values.Length;

    public IReadOnlyList<int> HiddenCells => [.. Enumerable.Range(0, Count).Where(cell => Hidden[cell])];

    /// <summary>A cell with a total of 0 is known to be 0.</summary>
    public bool IsUnknown(int cell) => Totals[cell] != 0 || Values[cell] != 0;

    /// <summary>Whether a cell or its complement in the total is small: of 29 people 28 women disclose one man.</summary>
    public bool IsSmall(int cell) => Math.Min(Values[cell], Totals[cell] - Values[cell]) < ColumnSuppression.Least;

    /// <summary>A total is negative when a day has more withdrawals than additions.</summary>
    public int Fewest(int cell) => Math.Min(Math.Min(0, Totals[cell]), Values[cell]);

    public int Most(int cell) => Math.Max(Math.Max(0, Totals[cell]), Values[cell]);

    /// <summary>Whether a value could be one more or one less, as far as its total tells.</summary>
    public bool MayMove(int cell, int by) => Hidden[cell] && (by > 0 ? Values[cell] < Most(cell) : Values[cell] > Fewest(cell));
}
