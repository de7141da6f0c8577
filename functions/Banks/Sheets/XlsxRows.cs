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

    private const int MostRows = 20_000;

    public static IEnumerable<SheetRow> Read(byte[] file, ImportNotes notes)
    {
        try
        {
            if (IsTooLarge(file))
            {
                notes.Refuse(1, "the workbook is too large when unpacked");
                return [];
            }

            var options = new OpenXmlConfiguration { EnableSharedStringCache = false };
            return
            [
                .. MiniExcel
                    .Query(new MemoryStream(file), useHeaderRow: false, configuration: options)
                    .Cast<IDictionary<string, object?>>()
                    .Take(LastRow(file))
                    .Select((row, index) => new SheetRow(index + 1, [.. row.Values.Select(TextOf)])),
            ];
        }
        catch (Exception broken) when (IsBrokenFile(broken))
        {
            notes.Refuse(1, "the file is no Excel workbook (.xlsx) of at most 20,000 rows, or it is damaged");
            return [];
        }
    }

    private static bool IsTooLarge(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var left = MostUnpacked;
        var buffer = new byte[64 * 1024];
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            for (var read = content.Read(buffer); read > 0 && left >= 0; read = content.Read(buffer))
                left -= read; // what is there counts, not what the file says of itself
        }

        return left < 0;
    }

    /// <summary>
    /// The last row with something in it. A row's number is the file's to say, the library goes through all before it, and programs do
    /// write an empty one at the very end of the sheet.
    /// </summary>
    private static int LastRow(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var last = 0;
        foreach (
            var sheet in zip.Entries.Where(entry =>
                entry.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)
                && entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            using var xml = XmlReader.Create(sheet.Open(), new XmlReaderSettings { CloseInput = true });
            for (var row = 0; xml.Read(); )
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
                    row = xml.GetAttribute("r") is { } number
                        ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture)
                        : row + 1;
                else if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "v" or "is")
                    last = Math.Max(last, row);
            }
        }

        return last <= MostRows ? last : throw new InvalidDataException($"There is something in row {last}.");
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
