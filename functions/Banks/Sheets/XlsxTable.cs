using System.Globalization;
using System.Xml;

namespace EStation.Banks.Sheets;

/// <summary>
/// The rows and cells of a sheet that have content. Programs write empty last cells (XFD, 1048576) for a colour or a height.
/// </summary>
public sealed class XlsxTable
{
    /// <summary>Bounds time: a small file can hold millions of empty cells.</summary>
    private const int MostCells = 500_000;

    private readonly List<RowCells> rows = [];
    private readonly XlsxMerges merges = new();

    /// <summary>True when there is content beyond the last row or column.</summary>
    public bool IsTooLarge { get; private set; }

    public IReadOnlyList<SheetRow> Rows { get; private set; } = [];

    /// <param name="most">Reading stops after this number of visible rows.</param>
    public static XlsxTable Read(XlsxBook book, string part, ImportNotes notes, int most = int.MaxValue)
    {
        var table = new XlsxTable();
        using var stream = book.Part(part);
        using var reader = stream is null ? null : XmlReader.Create(stream, XlsxBook.Settings);
        var (row, column, hidden, visible, cells) = (0, 0, false, 0, 0);
        while (visible <= most && reader?.Read() == true && notes.GoesOn())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "mergeCell")
                table.merges.Add(reader.GetAttribute("ref") ?? "");
            if (reader.LocalName == "row")
                (row, column, hidden) = (NumberOf(reader.GetAttribute("r")) ?? row + 1, 0, IsHidden(reader));
            if (reader.LocalName != "c")
                continue;
            if (++cells > MostCells)
            {
                table.IsTooLarge = true;
                break;
            }

            column = XlsxMerges.PlaceOf(reader.GetAttribute("r"))?.Column ?? column + 1;
            var (text, fault) = XlsxCell.Read(reader, book);
            if ((text.Length > 0 || fault is not null) && table.Add(row, hidden, column, text, fault) && !hidden)
                visible++;
        }

        table.Rows = [.. table.rows.Select(table.merges.Apply)];
        return table;
    }

    /// <returns>True for the first cell of its row.</returns>
    private bool Add(int row, bool hidden, int column, string text, CellFault? fault)
    {
        if (row is < 1 or > SheetRow.MostRows || column is < 1 or > SheetRow.MostCells)
        {
            IsTooLarge = true;
            return false;
        }

        var last = rows.Count == 0 ? 0 : rows[^1].Line;
        if (row < last)
            throw new InvalidDataException("Rows are out of order.");
        if (row > last)
            rows.Add(new RowCells(row, hidden));
        rows[^1].Cells[column - 1] = (text, fault);
        return row > last;
    }

    private static bool IsHidden(XmlReader row) =>
        row.GetAttribute("hidden") is "1" or "true"
        || (double.TryParse(row.GetAttribute("ht"), NumberStyles.Float, CultureInfo.InvariantCulture, out var height) && height == 0);

    private static int? NumberOf(string? row) => row is null ? null : int.Parse(row, NumberStyles.None, CultureInfo.InvariantCulture);
}

public sealed record RowCells(int Line, bool IsHidden)
{
    public SortedDictionary<int, (string Text, CellFault? Fault)> Cells { get; } = [];
}
