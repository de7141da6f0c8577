using System.IO.Compression;
using System.Xml;

namespace EStation.Banks.Sheets;

/// <summary>The rows of the workbook's first visible sheet with the headings of a question bank.</summary>
public static class XlsxRows
{
    /// <summary>Bounds memory: a zip of a few MB can expand to gigabytes.</summary>
    private const long MostUnpacked = 64 * 1024 * 1024;

    public static IReadOnlyList<SheetRow> Read(byte[] file, ImportNotes notes)
    {
        try
        {
            if (IsTooLarge(file, notes))
            {
                notes.Refuse(1, "the workbook is too large when unpacked");
                return [];
            }

            using var book = XlsxBook.Open(file, notes);
            return RowsOf(book, notes);
        }
        catch (Exception broken)
            when (broken
                    is InvalidDataException
                        or XmlException
                        or IOException
                        or FormatException
                        or OverflowException
                        or NotSupportedException
            )
        {
            notes.Refuse(
                1,
                $"the file is no Excel workbook (.xlsx) of at most {SheetRow.MostRows} rows and {SheetRow.MostCells} columns, or it is damaged"
            );
            return [];
        }
    }

    private static IReadOnlyList<SheetRow> RowsOf(XlsxBook book, ImportNotes notes)
    {
        for (var at = 0; at < book.VisibleSheets.Count; at++)
        {
            var sheet = book.VisibleSheets[at];
            var table = XlsxTable.Read(book, sheet.Part, notes);
            if (SheetHeader.Find(table.Rows) is null)
                continue;
            if (table.IsTooLarge)
                throw new InvalidDataException("There is something beyond the last row or column.");
            if (book.VisibleSheets.Skip(at + 1).FirstOrDefault(other => HasHeadings(book, other, notes)) is { } unread)
                notes.Warn(1, $"only the sheet '{sheet.Name}' was read; '{unread.Name}' has questions too");
            return table.Rows;
        }

        return [];
    }

    private static bool HasHeadings(XlsxBook book, XlsxSheetName sheet, ImportNotes notes) =>
        SheetHeader.Find(XlsxTable.Read(book, sheet.Part, notes, SheetHeader.MostRowsAbove).Rows) is not null;

    private static bool IsTooLarge(byte[] file, ImportNotes notes)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        var left = MostUnpacked;
        var buffer = new byte[64 * 1024];
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            for (var read = content.Read(buffer); read > 0 && left >= 0 && notes.GoesOn(); read = content.Read(buffer))
                left -= read; // counts real bytes, since the declared size may be wrong
        }

        return left < 0;
    }
}
