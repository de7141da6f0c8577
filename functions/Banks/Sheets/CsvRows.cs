using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace EStation.Banks.Sheets;

/// <summary>The rows of a CSV file (RFC 4180), separated by commas, semicolons or tabs.</summary>
public static class CsvRows
{
    public static IEnumerable<SheetRow> Read(string text, ImportNotes notes)
    {
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text),
            HasHeaderRecord = false,
            BadDataFound = field => notes.Refuse(field.Context.Parser?.RawRow ?? 1, "has a quote in the wrong place"),
        };
        using var parser = new CsvParser(new StringReader(text), settings);
        while (notes.GoesOn() && parser.Read())
        {
            var line = parser.RawRow - LinesIn(parser) + 1;
            if (parser.Count > SheetRow.MostCells || line > SheetRow.MostRows)
            {
                notes.Refuse(line, $"the table has more than {SheetRow.MostCells} columns or {SheetRow.MostRows} lines");
                yield break;
            }

            yield return new SheetRow(line, parser.Record ?? []);
        }
    }

    // A row's number is its first line; quoted cells may span several lines.
    private static int LinesIn(CsvParser parser) =>
        Math.Max(1, parser.RawRecord.TrimEnd('\r', '\n').ReplaceLineEndings("\n").Count(character => character == '\n') + 1);

    private static string DelimiterOf(string text)
    {
        var line = text.AsSpan(0, Math.Max(0, text.IndexOfAny(['\r', '\n']) is var end && end >= 0 ? end : text.Length));
        return line.Contains('\t') ? "\t"
            : line.Count(';') > line.Count(',') ? ";"
            : ",";
    }
}
