using System.Globalization;
using System.Text;
using CsvHelper;
using MiniExcelLibs;

namespace EStation.Http;

/// <summary>A table as a file that spreadsheets open. What others have typed goes through <see cref="Harmless"/> first.</summary>
public static class SheetFile
{
    public const string CsvType = "text/csv; charset=utf-8";
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // What a spreadsheet would take for a formula; Excel and its like also skip spaces before it.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    public static string Harmless(string text) => FormulaStarts.Contains(text.TrimStart(' ', '　').FirstOrDefault()) ? "'" + text : text;

    public static byte[] Csv(IEnumerable<IEnumerable<object>> rows)
    {
        using var text = new StringWriter();
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                    csv.WriteField(cell);
                csv.NextRecord();
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())]; // Excel tells UTF-8 by its mark
    }

    /// <summary>With a first row of names.</summary>
    public static byte[] Xlsx(IReadOnlyList<string> header, IEnumerable<IEnumerable<object>> rows) =>
        Save(rows.Select(row => header.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second)), printHeader: true, "Sheet1");

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
        MiniExcel.SaveAs(file, rows, printHeader, sheetName: name);
        return file.ToArray();
    }
}
