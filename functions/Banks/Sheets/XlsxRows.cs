using System.Globalization;
using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace EStation.Banks;

/// <summary>The rows of the first sheet of an Excel workbook.</summary>
public static class XlsxRows
{
    /// <summary>A few MB of zip can hold gigabytes of nothing.</summary>
    private const long MostUnpacked = 64 * 1024 * 1024;

    public static IEnumerable<SheetRow> Read(byte[] file, ImportNotes notes)
    {
        try
        {
            if (IsTooLarge(file, notes))
            {
                notes.Refuse(1, "the workbook is too large when unpacked");
                return [];
            }

            using var trimmed = XlsxContent.Of(file, notes);
            var options = new OpenXmlConfiguration { EnableSharedStringCache = false };
            return
            [
                .. MiniExcel
                    .Query(trimmed, useHeaderRow: false, configuration: options)
                    .Cast<IDictionary<string, object?>>()
                    .TakeWhile(notes.GoesOn)
                    .Where(row => row.Count > 0)
                    .Select(row => new SheetRow(
                        Convert.ToInt32(row.Values.First(), CultureInfo.InvariantCulture),
                        [.. row.Values.Skip(1).Select(TextOf)]
                    )),
            ];
        }
        catch (Exception broken) when (IsBrokenFile(broken))
        {
            notes.Refuse(
                1,
                $"the file is no Excel workbook (.xlsx) of at most {XlsxContent.MostRows} rows and {SheetRow.MostCells} columns, or it is damaged"
            );
            return [];
        }
    }

    private static bool IsTooLarge(byte[] file, ImportNotes notes)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var left = MostUnpacked;
        var buffer = new byte[64 * 1024];
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            for (var read = content.Read(buffer); read > 0 && left >= 0 && notes.GoesOn(); read = content.Read(buffer))
                left -= read; // what is there counts, not what the file says of itself
        }

        return left < 0;
    }

    private static string TextOf(object? cell) =>
        cell switch
        {
            null => "",
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime instant => instant.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            bool truth => truth ? "TRUE" : "FALSE",
            double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString() ?? "",
        };

    // The library has no exception of its own: a file that is not what it should be surfaces as any of these.
    private static bool IsBrokenFile(Exception failure) =>
        failure
            is InvalidDataException
                or XmlException
                or IOException
                or FormatException
                or OverflowException
                or NullReferenceException
                or ArgumentException
                or InvalidOperationException
                or KeyNotFoundException
                or IndexOutOfRangeException
                or InvalidCastException
                or NotSupportedException;
}
