using System.Globalization;

namespace EStation.Banks.Sheets;

/// <summary>Merged cells show the first of them. Rows must be requested in ascending order.</summary>
public sealed class XlsxMerges
{
    private const int Most = 100_000;

    private int seen;

    private readonly Dictionary<(int Row, int Column), (int Row, int Column)> ends = [];
    private readonly SortedDictionary<int, (int Top, int Bottom, string? Text)> open = [];

    /// <param name="range">As "A2:B4"; other forms are ignored.</param>
    public void Add(string range)
    {
        if (seen++ < Most && range.Split(':') is [var first, var last] && PlaceOf(first) is { } start && PlaceOf(last) is { } end)
            ends[start] = end;
    }

    public SheetRow Apply(RowCells row)
    {
        foreach (var column in open.Keys.Where(column => open[column].Bottom < row.Line).ToList())
            open.Remove(column);
        var cells = new string[row.Cells.Count == 0 ? 0 : row.Cells.Keys.Max() + 1];
        Array.Fill(cells, "");
        var faults = new Dictionary<int, CellFault>();
        foreach (var (column, (text, fault)) in row.Cells)
        {
            if (ends.TryGetValue((row.Line, column + 1), out var end))
                Open(row.Line, column, end, text);
            if (open.TryGetValue(column, out var merge) && (merge.Top < row.Line || merge.Text is null))
                continue; // covered by another cell
            cells[column] = text;
            if (fault is not null)
                faults[column] = fault;
        }

        var above = open.Where(merge => merge.Value is { Text: not null } && merge.Value.Top < row.Line);
        return new SheetRow(row.Line, cells)
        {
            IsHidden = row.IsHidden,
            Faults = faults,
            Merged = above.ToDictionary(merge => merge.Key, merge => merge.Value.Text!),
        };
    }

    /// <summary>"AB12" is row 12, column 28. Beyond the last column the result is the column after it.</summary>
    public static (int Row, int Column)? PlaceOf(string? reference)
    {
        var letters = reference?.TakeWhile(char.IsAsciiLetter).Count() ?? 0;
        if (letters == 0)
            return null;
        var column = reference!
            [..letters]
            .Aggregate(0, (column, letter) => Math.Min((column * 26) + char.ToUpperInvariant(letter) - 'A' + 1, SheetRow.MostCells + 1));
        return (
            int.TryParse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : int.MaxValue,
            column
        );
    }

    private void Open(int row, int column, (int Row, int Column) end, string text)
    {
        open[column] = (row, end.Row, text);
        for (var other = column + 1; other < Math.Min(end.Column, SheetRow.MostCells); other++)
            open[other] = (row, end.Row, null);
    }
}
