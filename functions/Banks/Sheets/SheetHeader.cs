using System.Text.RegularExpressions;

namespace EStation.Banks.Sheets;

/// <summary>Maps the columns of a table by their names, in Chinese or English: <c>text</c>, <c>text.ko</c>, <c>a</c> …</summary>
public sealed partial class SheetHeader(IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> titles)
{
    /// <summary>Titles and notes may stand above the header.</summary>
    public const int MostRowsAbove = 10;

    private const string Letters = "abcdefghij";
    private const int LongestTitle = 40;

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["id"] = "id",
        ["编号"] = "id",
        ["题号"] = "id",
        ["category"] = "category",
        ["类别"] = "category",
        ["分类"] = "category",
        ["主题"] = "category",
        ["题目分类"] = "category",
        ["试题分类"] = "category",
        ["pool"] = "pool",
        ["用途"] = "pool",
        ["题池"] = "pool",
        ["kind"] = "kind",
        ["题型"] = "kind",
        ["类型"] = "kind",
        ["题目类型"] = "kind",
        ["试题类型"] = "kind",
        ["text"] = "text",
        ["question"] = "text",
        ["题目"] = "text",
        ["题干"] = "text",
        ["问题"] = "text",
        ["试题"] = "text",
        ["题目内容"] = "text",
        ["试题内容"] = "text",
        ["answer"] = "answer",
        ["答案"] = "answer",
        ["正确答案"] = "answer",
        ["参考答案"] = "answer",
        ["标准答案"] = "answer",
        ["正确选项"] = "answer",
        ["explanation"] = "explanation",
        ["解析"] = "explanation",
        ["说明"] = "explanation",
        ["答案解析"] = "explanation",
        ["试题解析"] = "explanation",
        ["题目解析"] = "explanation",
        ["source"] = "source",
        ["来源"] = "source",
        ["出处"] = "source",
    };

    private static readonly (string Suffix, string Language)[] Suffixes =
    [
        (".ko", "ko"),
        ("朝鲜语", "ko"),
        ("朝鲜文", "ko"),
        ("韩语", "ko"),
        (".mn", "mn"),
        ("蒙古语", "mn"),
        ("蒙古文", "mn"),
        (".en", "en"),
        ("英语", "en"),
        ("英文", "en"),
        (".zh", "zh"),
        ("中文", "zh"),
    ];

    public IEnumerable<int> Columns => columns.Values;

    public IEnumerable<char> Options => Letters.Where(letter => columns.ContainsKey(letter.ToString()));

    private bool IsUsable => columns.ContainsKey("text") && columns.ContainsKey("answer");

    /// <summary>Returns the header among the first rows and its index, or null.</summary>
    public static (SheetHeader Header, int Index)? Find(IReadOnlyList<SheetRow> rows)
    {
        var visible = rows.Where(row => !row.IsHidden).Take(MostRowsAbove).ToList();
        var (header, at) = visible
            .Select((row, index) => (Header: Of(row, index > 0 ? visible[index - 1] : null), Row: row))
            .Where(candidate => candidate.Header.IsUsable)
            .OrderByDescending(candidate => candidate.Header.Columns.Count())
            .FirstOrDefault();
        return header is null ? null : (header, rows.ToList().IndexOf(at));
    }

    public string Value(SheetRow row, string field) => columns.TryGetValue(field, out var column) ? Plain(row[column]) : "";

    /// <summary>The value, or the value of the cell above that the cell is merged with.</summary>
    public string MergedValue(SheetRow row, string field) =>
        columns.TryGetValue(field, out var column) && row.Merged.TryGetValue(column, out var above) ? Plain(above) : Value(row, field);

    public Text Words(SheetRow row, string field) =>
        new(Value(row, field), OrNull(row, field + ".ko"), OrNull(row, field + ".mn"), OrNull(row, field + ".en"));

    /// <summary>Warns of columns with content that are not read.</summary>
    public void WarnOfOthers(IReadOnlyList<SheetRow> rows, int line, ImportNotes notes)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Count);
        foreach (var column in Enumerable.Range(0, width).Except(Columns).Where(column => rows.Any(row => row.HasContent(column))))
        {
            var title = column < titles.Count ? titles[column] : "";
            if (title.Length == 0)
                notes.Warn(line, $"the column {SheetRow.NameOf(column)} has no heading; it was left out");
            else if (FieldOf(title) is null)
                notes.Warn(line, $"the column '{title}' is not known; it was left out");
            else
                notes.Warn(line, $"the column '{title}' is there twice; only the first was read");
        }
    }

    // The topmost of merged cells holds the name, so the row above fills gaps.
    private static SheetHeader Of(SheetRow row, SheetRow? above)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var titles = new List<string>();
        for (var column = 0; column < Math.Max(row.Cells.Count, above?.Cells.Count ?? 0); column++)
        {
            var over = above?[column] ?? "";
            if ((FieldOf(row[column]) ?? FieldOf(over)) is { } field)
                columns.TryAdd(field, column);
            var title = Plain(FieldOf(row[column]) is null && (row[column].Length == 0 || FieldOf(over) is not null) ? over : row[column]);
            titles.Add(title.Length > LongestTitle ? title[..LongestTitle] : title);
        }

        return new SheetHeader(columns, titles);
    }

    private static string Plain(string cell) => cell.ReplaceLineEndings("\n").Trim();

    private string? OrNull(SheetRow row, string field) => Value(row, field) is { Length: > 0 } value ? value : null;

    // "题目*", "答案（必填）": a note in brackets is not part of the name, except a language or a letter.
    private static string? FieldOf(string title)
    {
        var name = Marks().Replace(Characters.Seen(title).ToLowerInvariant(), "").Replace('_', '.');
        return Named(name.Replace('(', '.').Replace(")", "", StringComparison.Ordinal)) ?? Named(Note().Replace(name, ""));
    }

    private static string? Named(string name)
    {
        var (suffix, language) = Suffixes.FirstOrDefault(candidate => name.EndsWith(candidate.Suffix, StringComparison.Ordinal));
        var plain = suffix is null ? name : name[..^suffix.Length];
        var field = Names.GetValueOrDefault(plain.Trim('.')) ?? OptionOf(plain);
        return field is null || language is null or "zh" ? field : $"{field}.{language}";
    }

    // "a", "选项A", "option a", "A选项", "A."
    private static string? OptionOf(string name)
    {
        var letter = name.Replace("选项", "", StringComparison.Ordinal).Replace("option", "", StringComparison.Ordinal).Trim('.', '、');
        return letter.Length == 1 && Letters.Contains(letter[0], StringComparison.Ordinal) ? letter : null;
    }

    [GeneratedRegex(@"[*:\s]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"[(\[【][^)\]】]*[)\]】]$")]
    private static partial Regex Note();
}
