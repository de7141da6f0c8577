using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EStation.Banks;

/// <summary>What a cell of a workbook shows, or why that is not known.</summary>
public static partial class XlsxCell
{
    private const int LongestError = 20;
    private static readonly CellFormat General = new(CellFormat.General);

    /// <param name="cell">A <c>c</c> of a sheet.</param>
    public static (string Text, CellFault? Fault) Read(XElement cell, XlsxBook book)
    {
        var type = (string?)cell.Attribute("t") ?? "n";
        var value = Child(cell, "v")?.Value;
        var format = FormatOf(cell, book);
        if (type == "inlineStr")
            return Shown(format.Show(Plain(Child(cell, "is") is { } text ? TextOf(text) : value ?? "")), format);
        if (string.IsNullOrEmpty(value))
            return ("", Child(cell, "f") is null || (type == "str" && value is not null) ? null : new CellFault(CellFaultKind.NoValue));
        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < book.Strings.Count
                ? Shown(format.Show(Plain(book.Strings[at])), format)
                : Damaged,
            "str" => Shown(format.Show(Plain(value)), format),
            "b" => (value is "1" or "true" ? "TRUE" : "FALSE", null),
            "d" => (value, null),
            "e" => ("", new CellFault(CellFaultKind.Error, value[..Math.Min(value.Length, LongestError)])),
            "n" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? Shown(format.Show(number), format)
                : Damaged,
            _ => Damaged,
        };
    }

    private static (string Text, CellFault? Fault) Damaged => ("", new CellFault(CellFaultKind.Damaged));

    private static (string Text, CellFault? Fault) Shown(string? text, CellFormat format) =>
        text is null ? ("", new CellFault(CellFaultKind.Format, format.Code)) : (text, null);

    private static CellFormat FormatOf(XElement cell, XlsxBook book) =>
        int.TryParse((string?)cell.Attribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style)
            ? book.FormatOf(style) ?? General
            : General;

    private static XElement? Child(XElement cell, string name) => cell.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static string TextOf(XElement text) =>
        string.Concat(
            text.Elements()
                .SelectMany(part => part.Name.LocalName == "r" ? part.Elements() : [part])
                .Where(part => part.Name.LocalName == "t")
                .Select(part => part.Value)
        );

    // "_x000D_" is how a workbook writes a character that XML would not keep.
    private static string Plain(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString())
            : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
