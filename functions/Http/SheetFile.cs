using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace EStation.Http;

/// <summary>A table of texts and numbers as a file that spreadsheets open. Every table that leaves the server is written here.</summary>
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

    /// <summary>Texts are made harmless; numbers stay numbers.</summary>
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

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())]; // Excel tells UTF-8 by its mark
    }

    /// <summary>
    /// The text with an apostrophe where a spreadsheet would take a line for a formula, or the whole for a number that it shows otherwise:
    /// some programs begin a cell at each line, and a number loses its first zeros and what is beyond 11 digits.
    /// </summary>
    public static string Harmless(string text) => Number().IsMatch(text) ? "'" + text : FormulaStart().Replace(text, "'");

    /// <summary>With a first row of names. A workbook says which cells are texts, so they stay as they are.</summary>
    public static byte[] Xlsx(IReadOnlyList<string> header, IEnumerable<IEnumerable<object>> rows, string name = "Sheet1")
    {
        var table = rows.DefaultIfEmpty(header.Select(_ => (object)"")); // without a row the library writes no names
        return Save(table.Select(row => header.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second)), printHeader: true, name);
    }

    /// <summary>Row by row as it is; rows may be of different lengths.</summary>
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

    // A region code of 12 digits, a phone with a 0 before it, a certificate number with one E among its digits.
    [GeneratedRegex(@"^\s*(\d{12,}|0\d+|\d+(\.\d+)?[eE][+-]?\d+)\s*\z")]
    private static partial Regex Number();

    // At the start of each line, after what cannot be seen; a tab or a line's end at the very start is taken for one too.
    [GeneratedRegex(@"(?<=\A|[\r\n\v\f\u0085\u2028\u2029])(?=[\p{Cf}\p{Zs}]*[=+\-@\t＝＋－＠﹦﹢﹣﹫])|\A(?=[\r\n])")]
    private static partial Regex FormulaStart();
}
