using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace EStation.Http;

/// <summary>Writes tables as spreadsheet files. Every exported table is written here.</summary>
public static partial class SheetFile
{
    public const string CsvType = "text/csv; charset=utf-8";
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly OpenXmlConfiguration Plain = new() { AutoFilter = false, EnableWriteFilePath = false };
    private static readonly char[] Quoted = [',', '"', '\r', '\n', '\t', '\'', ' ', '\u2028', '\u2029', '\u0085'];

    private static readonly CsvConfiguration Commas = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = cell => cell.Field?.IndexOfAny(Quoted) >= 0,
    };

    public static byte[] Csv(IEnumerable<IEnumerable<object>> rows)
    {
        using var text = new StringWriter();
        using (var csv = new CsvWriter(text, Commas))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                    csv.WriteField(cell is string typed ? Harmless(typed) : cell);
                csv.NextRecord();
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())]; // Excel detects UTF-8 by its byte order mark
    }

    /// <summary>Prefixes an apostrophe to texts that spreadsheets would take for a formula, on any line, or for a number.</summary>
    public static string Harmless(string text) => Number().IsMatch(text) ? "'" + text : FormulaStart().Replace(text, "'");

    /// <summary>A workbook marks cells as texts, so they need no apostrophe.</summary>
    public static byte[] Xlsx(IReadOnlyList<string> header, IEnumerable<IEnumerable<object>> rows, string name = "Sheet1")
    {
        var table = rows.DefaultIfEmpty(header.Select(_ => (object)"")); // without a row the library writes no names
        return Save(table.Select(row => header.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second)), printHeader: true, name);
    }

    /// <summary>A workbook of several sheets.</summary>
    public static byte[] Xlsx(IEnumerable<WorkbookSheet> sheets) =>
        Save(
            sheets.ToDictionary(
                sheet => sheet.Name,
                object (sheet) =>
                    sheet.Rows.DefaultIfEmpty(sheet.Header.Select(_ => (object)"")).Select(row => sheet.Header.Zip(row).ToDictionary())
            ),
            printHeader: true,
            name: "Sheet1"
        );

    public static byte[] Xlsx(IReadOnlyList<IReadOnlyList<object>> rows, string name)
    {
        var width = rows.Max(row => row.Count);
        return Save(
            rows.Select(row =>
                Enumerable
                    .Range(0, width)
                    .ToDictionary(column => ((char)('A' + column)).ToString(), column => row.ElementAtOrDefault(column))
            ),
            printHeader: false,
            name
        );
    }

    private static byte[] Save(object rows, bool printHeader, string name)
    {
        var file = new MemoryStream();
        MiniExcel.SaveAs(file, rows, printHeader, sheetName: name, configuration: Plain);
        return file.ToArray();
    }

    // A region code of 12 digits, a phone number with a leading 0, a certificate number with one E among its digits.
    [GeneratedRegex(@"^\s*(\d{12,}|0\d+|\d+(\.\d+)?[eE][+-]?\d+)\s*\z")]
    private static partial Regex Number();

    // At each line's start, after invisible characters. Some programs treat a leading tab or line break in the same way.
    [GeneratedRegex(@"(?<=\A|[\r\n\v\f\u0085\u2028\u2029])(?=[\p{Cf}\p{Zs}]*[=+\-@\t＝＋－＠﹦﹢﹣﹫])|\A(?=[\r\n])")]
    private static partial Regex FormulaStart();
}
