using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace EStation.Banks;

/// <summary>
/// The rows and cells of a sheet that have content. Programs name the very last cells (XFD, 1048576) for a colour or a height: those without
/// content cost nothing.
/// </summary>
/// <param name="IsTooLarge">Whether there is content beyond the last row or column.</param>
public sealed record XlsxTable(IReadOnlyList<SheetRow> Rows, bool IsTooLarge)
{
    /// <param name="most">After as many visible rows the others are not read.</param>
    public static XlsxTable Read(XlsxBook book, string part, ImportNotes notes, int most = int.MaxValue)
    {
        using var stream = book.Part(part);
        using var reader = stream is null ? null : XmlReader.Create(stream, XlsxBook.Settings);
        var rows = new List<RowCells>();
        var merges = new XlsxMerges();
        var (row, column, hidden, tooLarge, visible) = (0, 0, false, false, 0);
        for (var more = reader?.Read() == true; more && visible <= most && notes.GoesOn(); )
        {
            if (reader!.NodeType == XmlNodeType.Element && reader.LocalName == "row")
            {
                (row, column, hidden) = (NumberOf(reader.GetAttribute("r")) ?? row + 1, 0, IsHidden(reader));
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "mergeCell")
            {
                merges.Add(reader.GetAttribute("ref") ?? "");
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "c")
            {
                var cell = (XElement)XNode.ReadFrom(reader); // leaves the reader behind it
                more = !reader.EOF;
                column = XlsxMerges.PlaceOf((string?)cell.Attribute("r"))?.Column ?? column + 1;
                var (text, fault) = XlsxCell.Read(cell, book);
                if (text.Length == 0 && fault is null)
                    continue;
                if (row is < 1 or > SheetRow.MostRows || column is < 1 or > SheetRow.MostCells)
                {
                    tooLarge = true;
                    continue;
                }

                if (rows.Count > 0 && row < rows[^1].Line)
                    throw new InvalidDataException("Rows are out of order.");
                if (rows.Count == 0 || row > rows[^1].Line)
                {
                    rows.Add(new RowCells(row, hidden));
                    visible += hidden ? 0 : 1;
                }

                rows[^1].Cells[column - 1] = (text, fault);
                continue;
            }

            more = reader.Read();
        }

        return new XlsxTable([.. rows.Select(cells => merges.Apply(cells))], tooLarge);
    }

    private static bool IsHidden(XmlReader row) =>
        row.GetAttribute("hidden") is "1" or "true"
        || (double.TryParse(row.GetAttribute("ht"), NumberStyles.Float, CultureInfo.InvariantCulture, out var height) && height == 0);

    private static int? NumberOf(string? row) => row is null ? null : int.Parse(row, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>A row as its cells stand in the file.</summary>
public sealed record RowCells(int Line, bool IsHidden)
{
    public SortedDictionary<int, (string Text, CellFault? Fault)> Cells { get; } = [];
}
