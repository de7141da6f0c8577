using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace EStation.Banks.Sheets;

/// <summary>A visible sheet of a workbook.</summary>
/// <param name="Part">The path in the package.</param>
public sealed record XlsxSheetName(string Name, string Part);

/// <summary>
/// Reads sheets, strings and formats of a workbook (ECMA-376). Local names are the same in its strict and transitional form.
/// </summary>
public sealed class XlsxBook : IDisposable
{
    private const int MostSheets = 100;
    private const int MostElements = 100_000;
    private const int MostStrings = 1_000_000;
    private const int MostFormats = 1000; // Excel keeps about 250

    public static readonly XmlReaderSettings Settings = new() { IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ImportNotes notes;
    private readonly List<int> styles = [];
    private readonly Dictionary<int, string> codes = [];
    private readonly Dictionary<int, CellFormat> formats = [];
    private bool from1904;

    private XlsxBook(byte[] file, ImportNotes notes)
    {
        zip = new ZipArchive(new MemoryStream(file));
        this.notes = notes;
        foreach (var entry in zip.Entries)
            parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    public IReadOnlyList<XlsxSheetName> VisibleSheets { get; private set; } = [];

    public IReadOnlyList<string> Strings { get; private set; } = [];

    public static XlsxBook Open(byte[] file, ImportNotes notes)
    {
        var book = new XlsxBook(file, notes);
        var workbook = book.Relations("").FirstOrDefault(relation => Is(relation, "officeDocument")).Target ?? "xl/workbook.xml";
        var relations = book.Relations(workbook).ToList();
        book.VisibleSheets = [.. book.SheetsOf(workbook, relations).DistinctBy(sheet => sheet.Part).Take(MostSheets)];
        book.Strings = [.. book.TextsOf(relations.Find(relation => Is(relation, "sharedStrings")).Target).Take(MostStrings)];
        book.ReadFormats(relations.Find(relation => Is(relation, "styles")).Target);
        return book;
    }

    /// <summary>Returns null when the style has no number format.</summary>
    public CellFormat? FormatOf(int style)
    {
        if (style >= styles.Count)
            return null;
        var id = styles[style];
        if (formats.TryGetValue(id, out var format))
            return format;
        var code = formats.Count < MostFormats ? codes.GetValueOrDefault(id) ?? BuiltInFormats.Find(id) : null;
        return formats[id] = new CellFormat(code is { Length: <= CellFormat.LongestCode } ? code : CellFormat.NotKnown(id), from1904);
    }

    public Stream? Part(string? path) => path is not null && parts.TryGetValue(path, out var entry) ? entry.Open() : null;

    public void Dispose() => zip.Dispose();

    private IEnumerable<XlsxSheetName> SheetsOf(string workbook, List<(string Id, string Type, string Target)> relations)
    {
        foreach (var element in Elements(workbook, "workbookPr", "sheet"))
        {
            if (element.LocalName == "workbookPr")
                from1904 = element.GetAttribute("date1904") is "1" or "true";
            else if (
                element.GetAttribute("state") is null or "visible"
                && relations.Find(relation => relation.Id == RelationOf(element)) is { Target: { } part } sheet
                && Is(sheet, "worksheet")
            )
                yield return new XlsxSheetName(element.GetAttribute("name") ?? "", part);
        }
    }

    // A string may have several runs. Phonetic runs, which only give its pronunciation, are skipped.
    private IEnumerable<string> TextsOf(string? part)
    {
        using var stream = Part(part);
        using var reader = stream is null ? null : XmlReader.Create(stream, Settings);
        var (text, inText, aloud) = (new StringBuilder(), false, false);
        while (reader?.Read() == true && notes.GoesOn())
        {
            var (begins, ends) = (
                reader.NodeType == XmlNodeType.Element,
                reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement
            );
            if (reader.LocalName == "t")
                inText = begins && !ends;
            else if (reader.LocalName == "rPh")
                aloud = begins && !ends;
            else if (reader.LocalName == "si" && ends)
            {
                yield return text.ToString();
                text.Clear();
            }
            else if (inText && !aloud && reader.HasValue)
                text.Append(reader.Value);
        }
    }

    private void ReadFormats(string? part)
    {
        var inCells = false;
        foreach (var element in Elements(part, "numFmt", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "xf"))
        {
            if (element.LocalName == "numFmt")
                codes.TryAdd(Number(element, "numFmtId"), element.GetAttribute("formatCode") ?? "");
            else if (element.LocalName != "xf")
                inCells = element.LocalName == "cellXfs";
            else if (inCells)
                styles.Add(Number(element, "numFmtId"));
        }
    }

    private IEnumerable<(string Id, string Type, string Target)> Relations(string part)
    {
        var at = part.LastIndexOf('/') + 1;
        foreach (var element in Elements($"{part[..at]}_rels/{part[at..]}.rels", "Relationship"))
        {
            if (element.GetAttribute("TargetMode") != "External")
                yield return (
                    element.GetAttribute("Id") ?? "",
                    element.GetAttribute("Type") ?? "",
                    PathOf(part[..at], element.GetAttribute("Target") ?? "")
                );
        }
    }

    private IEnumerable<XmlReader> Elements(string? part, params string[] names)
    {
        using var stream = Part(part);
        using var reader = stream is null ? null : XmlReader.Create(stream, Settings);
        var left = MostElements;
        while (left > 0 && reader?.Read() == true && notes.GoesOn())
        {
            if (reader.NodeType != XmlNodeType.Element || !names.Contains(reader.LocalName))
                continue;
            left--;
            yield return reader;
        }
    }

    private static bool Is((string Id, string Type, string Target) relation, string type) =>
        relation.Type?.EndsWith('/' + type, StringComparison.Ordinal) == true;

    // Matches r:id with any prefix and namespace.
    private static string? RelationOf(XmlReader element)
    {
        string? id = null;
        for (var more = element.MoveToFirstAttribute(); more; more = element.MoveToNextAttribute())
            id = element is { LocalName: "id", Prefix.Length: > 0 } ? element.Value : id;
        element.MoveToElement();
        return id;
    }

    private static string PathOf(string folder, string target)
    {
        var path = new List<string>();
        foreach (var name in (target.StartsWith('/') ? target : folder + target).Replace('\\', '/').Split('/'))
        {
            if (name == ".." && path.Count > 0)
                path.RemoveAt(path.Count - 1);
            else if (name is not ("" or "." or ".."))
                path.Add(Uri.UnescapeDataString(name));
        }

        return string.Join('/', path);
    }

    private static int Number(XmlReader element, string name) =>
        int.Parse(element.GetAttribute(name) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture);
}
