using System.IO.Compression;
using System.Security;
using System.Text;

namespace EStation.Banks;

/// <summary>Workbooks as different programs write them, made part by part.</summary>
internal static class Workbook
{
    /// <summary>As LibreOffice does: strings in a shared table, a style for dates, dimensions, merged cells.</summary>
    public static byte[] Shared(string[][] rows, string merged = "", Func<string, string>? change = null)
    {
        var strings = rows.SelectMany(row => row).Distinct().ToList();
        var cells = Sheet(rows, (reference, value) => $"<c r=\"{reference}\" s=\"0\" t=\"s\"><v>{strings.IndexOf(value)}</v></c>", merged);
        var table =
            $"<sst xmlns=\"{Main}\" count=\"{strings.Count}\" uniqueCount=\"{strings.Count}\">{string.Concat(strings.Select(text => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>"))}</sst>";
        return Zip(change?.Invoke(cells) ?? cells, table);
    }

    /// <summary>
    /// As exporters on phones do: strings in the cells, numbers (also days, with the style of a date) as numbers, no dimensions.
    /// </summary>
    public static byte[] Inline(string[][] rows, string merged = "") => Zip(Sheet(rows, InlineCell, merged), null);

    /// <summary>Sheets of rows that are given as XML, and number formats that their cells name as styles 1, 2 …</summary>
    public static byte[] Of((string Name, string State, string Rows)[] sheets, params string[] formats)
    {
        var named = sheets.Select(
            (sheet, at) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{at + 1}\" state=\"{sheet.State}\" r:id=\"rId{at + 3}\"/>"
        );
        var related = sheets.Select(
            (_, at) => $"<Relationship Id=\"rId{at + 3}\" Type=\"{Office}/worksheet\" Target=\"/xl/worksheets/sheet{at + 1}.xml\"/>"
        );
        var codes = formats.Select((code, at) => $"<numFmt numFmtId=\"{at + 164}\" formatCode=\"{SecurityElement.Escape(code)}\"/>");
        var styles = formats.Select((_, at) => $"<xf numFmtId=\"{at + 164}\"/>");
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Add(
                zip,
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{string.Concat(named)}</sheets></workbook>"
            );
            Add(
                zip,
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"rId1\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>{string.Concat(related)}</Relationships>"
            );
            Add(
                zip,
                "xl/styles.xml",
                $"<styleSheet xmlns=\"{Main}\"><numFmts>{string.Concat(codes)}</numFmts><cellXfs><xf numFmtId=\"0\"/>{string.Concat(styles)}</cellXfs></styleSheet>"
            );
            foreach (var (at, sheet) in sheets.Index())
                Add(
                    zip,
                    $"xl/worksheets/sheet{at + 1}.xml",
                    $"<worksheet xmlns=\"{Main}\"><sheetData>{sheet.Rows}</sheetData></worksheet>"
                );
        }

        return file.ToArray();
    }

    /// <summary>A row of cells: a text, or a cell as XML, to which a place is given.</summary>
    public static string Row(int line, params string[] cells) => HiddenRow(line, "0", cells);

    public static string HiddenRow(int line, string hidden, params string[] cells)
    {
        var placed = cells.Select(
            (cell, column) =>
                cell.Length == 0 ? ""
                : cell.StartsWith("<c", StringComparison.Ordinal) ? cell.Insert(2, $" r=\"{(char)('A' + column)}{line}\"")
                : $"<c r=\"{(char)('A' + column)}{line}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell)}</t></is></c>"
        );
        return $"<row r=\"{line}\" hidden=\"{hidden}\">{string.Concat(placed)}</row>";
    }

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static string InlineCell(string reference, string value) =>
        DateTime.TryParseExact(value, "yyyy-MM-dd", null, default, out var day)
            ? $"<c r=\"{reference}\" s=\"1\"><v>{day.ToOADate()}</v></c>"
        : double.TryParse(value, out var number) ? $"<c r=\"{reference}\"><v>{number}</v></c>"
        : $"<c r=\"{reference}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(value)}</t></is></c>";

    private static string Sheet(string[][] rows, Func<string, string, string> cell, string merged)
    {
        var lines = rows.Select(
            (row, line) =>
                $"<row r=\"{line + 1}\">"
                + string.Concat(row.Select((value, column) => value.Length == 0 ? "" : cell($"{(char)('A' + column)}{line + 1}", value)))
                + "</row>"
        );
        var merges = merged.Length == 0 ? "" : $"<mergeCells count=\"1\"><mergeCell ref=\"{merged}\"/></mergeCells>";
        return $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(lines)}</sheetData>{merges}</worksheet>";
    }

    private static byte[] Zip(string sheet, string? sharedStrings)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Add(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"
            );
            Add(
                zip,
                "_rels/.rels",
                $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            );
            Add(
                zip,
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"题库\" sheetId=\"1\" r:id=\"rId3\"/></sheets></workbook>"
            );
            Add(
                zip,
                "xl/_rels/workbook.xml.rels",
                $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"rId1\" Type=\"{Office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            );
            Add(
                zip,
                "xl/styles.xml",
                $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            );
            Add(zip, "xl/worksheets/sheet1.xml", sheet);
            if (sharedStrings is not null)
                Add(zip, "xl/sharedStrings.xml", sharedStrings);
        }

        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content));
    }
}
