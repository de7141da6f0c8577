namespace EStation.Statistics.Disclosure;

/// <summary>
/// One column of a table: the values of its cells, the totals beside them that everybody sees, and which values are hidden.
/// </summary>
public sealed record Column(int[] Values, int[] Totals, bool[] Hidden)
{
    public int Count => Values.Length;

    public IReadOnlyList<int> HiddenCells => [.. Enumerable.Range(0, Count).Where(cell => Hidden[cell])];

    /// <summary>Where nobody was at all, everybody can tell that there were no women.</summary>
    public bool IsUnknown(int cell) => Totals[cell] != 0 || Values[cell] != 0;

    /// <summary>Whether those in it, or those of the total that are not in it, are few: of 29 people 28 women tell of one man.</summary>
    public bool IsSmall(int cell) => Math.Min(Values[cell], Totals[cell] - Values[cell]) < ColumnSuppression.Least;

    /// <summary>A total is negative where more was taken back on a day than given.</summary>
    public int Fewest(int cell) => Math.Min(Math.Min(0, Totals[cell]), Values[cell]);

    public int Most(int cell) => Math.Max(Math.Max(0, Totals[cell]), Values[cell]);

    /// <summary>Whether a value may just as well be one more, or one less, as far as its total tells.</summary>
    public bool MayMove(int cell, int by) => Hidden[cell] && (by > 0 ? Values[cell] < Most(cell) : Values[cell] > Fewest(cell));
}
