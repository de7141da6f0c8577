namespace EStation.Banks;

/// <summary>
/// Which column of a table holds what, by the names at its top, in Chinese or English: <c>text</c>, <c>text.ko</c>, <c>a</c> …
/// </summary>
public sealed class SheetHeader(IReadOnlyDictionary<string, int> columns)
{
    private const string Letters = "abcdefghij";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["id"] = "id",
        ["编号"] = "id",
        ["题号"] = "id",
        ["category"] = "category",
        ["类别"] = "category",
        ["分类"] = "category",
        ["主题"] = "category",
        ["pool"] = "pool",
        ["用途"] = "pool",
        ["题池"] = "pool",
        ["kind"] = "kind",
        ["题型"] = "kind",
        ["类型"] = "kind",
        ["text"] = "text",
        ["question"] = "text",
        ["题目"] = "text",
        ["题干"] = "text",
        ["问题"] = "text",
        ["answer"] = "answer",
        ["答案"] = "answer",
        ["正确答案"] = "answer",
        ["explanation"] = "explanation",
        ["解析"] = "explanation",
        ["说明"] = "explanation",
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

    public bool IsUsable => columns.ContainsKey("text") && columns.ContainsKey("answer");

    public int Known => columns.Count;

    /// <summary>The letters of the options that have a column.</summary>
    public IEnumerable<char> Options => Letters.Where(letter => columns.ContainsKey(letter.ToString()));

    /// <summary>The header in a row. Where cells are merged, the value stands in the topmost: the row above fills in.</summary>
    public static SheetHeader Of(SheetRow row, SheetRow? above)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var column = 0; column < Math.Max(row.Cells.Count, above?.Cells.Count ?? 0); column++)
        {
            if ((FieldOf(row[column]) ?? FieldOf(above?[column] ?? "")) is { } field)
                columns.TryAdd(field, column);
        }

        return new SheetHeader(columns);
    }

    public string Value(SheetRow row, string field) => columns.TryGetValue(field, out var column) ? row[column].Trim() : "";

    public Text Words(SheetRow row, string field) =>
        new(Value(row, field), OrNull(row, field + ".ko"), OrNull(row, field + ".mn"), OrNull(row, field + ".en"));

    private string? OrNull(SheetRow row, string field) => Value(row, field) is { Length: > 0 } value ? value : null;

    private static string? FieldOf(string title)
    {
        var name = title
            .Trim()
            .ToLowerInvariant()
            .Replace('_', '.')
            .Replace("（", "", StringComparison.Ordinal)
            .Replace("）", "", StringComparison.Ordinal)
            .Replace("(", ".", StringComparison.Ordinal)
            .Replace(")", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal);
        var (suffix, language) = Suffixes.FirstOrDefault(candidate => name.EndsWith(candidate.Suffix, StringComparison.Ordinal));
        var plain = suffix is null ? name : name[..^suffix.Length].TrimEnd('.');
        var field = Names.GetValueOrDefault(plain) ?? OptionOf(plain);
        return field is null || language is null or "zh" ? field : $"{field}.{language}";
    }

    // "a", "选项A", "option a"
    private static string? OptionOf(string name)
    {
        var letter = name.Replace("选项", "", StringComparison.Ordinal).Replace("option", "", StringComparison.Ordinal);
        return letter.Length == 1 && Letters.Contains(letter[0], StringComparison.Ordinal) ? letter : null;
    }
}
