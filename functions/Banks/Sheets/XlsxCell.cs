using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace EStation.Banks.Sheets;

public static partial class XlsxCell
{
    private const int LongestError = 20;
    private static readonly CellFormat General = new(CellFormat.General);

    /// <param name="reader">At a <c>c</c> of a sheet; afterwards at its end.</param>
    public static (string Text, CellFault? Fault) Read(XmlReader reader, XlsxBook book)
    {
        var type = reader.GetAttribute("t") ?? "n";
        var format = FormatOf(reader.GetAttribute("s"), book);
        if (reader.IsEmptyElement)
            return ("", null);
        var (value, text, hasFormula) = ContentOf(reader);
        if (type == "inlineStr")
            return Shown(format.Show(Plain(text ?? value ?? "")), format);
        if (string.IsNullOrEmpty(value))
            return ("", !hasFormula || (type == "str" && value is not null) ? null : new CellFault(CellFaultKind.NoValue));
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

    private static (string? Value, string? Text, bool HasFormula) ContentOf(XmlReader reader)
    {
        var depth = reader.Depth;
        StringBuilder? value = null;
        StringBuilder? text = null;
        var (inside, aloud, hasFormula) = ("", false, false);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                value ??= reader.LocalName == "v" ? new StringBuilder() : null;
                text ??= reader.LocalName == "t" ? new StringBuilder() : null;
                hasFormula |= reader.LocalName == "f";
                aloud |= reader is { LocalName: "rPh", IsEmptyElement: false };
                inside = reader.IsEmptyElement ? "" : reader.LocalName;
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                aloud &= reader.LocalName != "rPh";
                inside = "";
            }
            else if (reader.HasValue && inside == "v")
            {
                value!.Append(reader.Value);
            }
            else if (reader.HasValue && inside == "t" && !aloud)
            {
                text!.Append(reader.Value);
            }
        }

        return (value?.ToString(), text?.ToString(), hasFormula);
    }

    private static (string Text, CellFault? Fault) Damaged => ("", new CellFault(CellFaultKind.Damaged));

    private static (string Text, CellFault? Fault) Shown(string? text, CellFormat format) =>
        text is null ? ("", new CellFault(CellFaultKind.Format, format.Code)) : (text, null);

    private static CellFormat FormatOf(string? style, XlsxBook book) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? book.FormatOf(at) ?? General : General;

    // A workbook writes "_x000D_" for a character that XML would not keep.
    private static string Plain(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString())
            : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
