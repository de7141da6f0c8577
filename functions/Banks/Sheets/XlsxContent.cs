using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace EStation.Banks;

/// <summary>
/// A workbook with nothing left in its sheets but the rows and cells that have content. The library makes every cell up to the last column
/// and row that a file names, and programs name the very last ones (XFD, 1048576) for a colour or a height. Column A of each row says which
/// row it was; the others move to the right.
/// </summary>
public static class XlsxContent
{
    public const int MostRows = 20_000;

    public static MemoryStream Of(byte[] file, ImportNotes notes)
    {
        var trimmed = new MemoryStream();
        using var source = new ZipArchive(new MemoryStream(file));
        using (var target = new ZipArchive(trimmed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = target.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                if (IsSheet(entry))
                    Trim(from, to, notes);
                else
                    from.CopyTo(to);
            }
        }

        trimmed.Position = 0;
        return trimmed;
    }

    private static bool IsSheet(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)
        && entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static void Trim(Stream from, Stream to, ImportNotes notes)
    {
        using var reader = XmlReader.Create(from);
        using var writer = XmlWriter.Create(to);
        var (row, last, written, column) = (0, 0, 0, 0);
        for (var more = reader.Read(); more && notes.GoesOn(); )
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName is not ("worksheet" or "sheetData" or "row" or "c"))
            {
                more = reader.Read();
                continue;
            }

            if (reader.LocalName == "worksheet")
                writer.WriteStartElement("worksheet", reader.NamespaceURI);
            if (reader.LocalName == "sheetData")
                writer.WriteStartElement("sheetData", reader.NamespaceURI);
            if (reader.LocalName == "row")
                (row, column) = (NumberOf(reader.GetAttribute("r")) ?? row + 1, 0);
            if (reader.LocalName != "c")
            {
                more = reader.Read();
                continue;
            }

            var cell = (XElement)XNode.ReadFrom(reader); // leaves the reader behind it
            more = !reader.EOF;
            column = ColumnOf((string?)cell.Attribute("r")) ?? column + 1;
            if (!cell.Elements().Any(content => content.Name.LocalName is "v" or "is"))
                continue;
            if (row < last || row is < 1 or > MostRows || column is < 1 or > SheetRow.MostCells)
                throw new InvalidDataException("There is something beyond the last row or column.");
            if (row > last)
            {
                if (last > 0)
                    writer.WriteEndElement();
                writer.WriteStartElement("row", cell.Name.NamespaceName);
                writer.WriteAttributeString("r", Text(++written));
                new XElement(cell.Name, new XAttribute("r", "A" + Text(written)), new XElement(cell.Name.Namespace + "v", row)).WriteTo(
                    writer
                );
                last = row;
            }

            cell.SetAttributeValue("r", NameOf(column + 1) + Text(written));
            cell.WriteTo(writer);
        }
    }

    private static int? NumberOf(string? row) => row is null ? null : int.Parse(row, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>"AB12" is in column 28; beyond the last one more is enough.</summary>
    private static int? ColumnOf(string? reference) =>
        reference
            ?.TakeWhile(char.IsAsciiLetter)
            .Aggregate(0, (column, letter) => Math.Min((column * 26) + char.ToUpperInvariant(letter) - 'A' + 1, SheetRow.MostCells + 1));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string NameOf(int column) =>
        column <= 26 ? $"{(char)('A' + column - 1)}" : NameOf((column - 1) / 26) + (char)('A' + ((column - 1) % 26));
}
