
namespace EStation.Banks;

/// <summary>The words by which people write kinds, pools and truth in files.</summary>
public static class QuestionWords
{
    private static readonly Dictionary<string, QuestionKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["single"] = QuestionKind.Single,
        ["单选"] = QuestionKind.Single,
        ["单选题"] = QuestionKind.Single,
        ["单项选择题"] = QuestionKind.Single,
        ["multiple"] = QuestionKind.Multiple,
        ["多选"] = QuestionKind.Multiple,
        ["多选题"] = QuestionKind.Multiple,
        ["多项选择题"] = QuestionKind.Multiple,
        ["trueFalse"] = QuestionKind.TrueFalse,
        ["true/false"] = QuestionKind.TrueFalse,
        ["判断"] = QuestionKind.TrueFalse,
        ["判断题"] = QuestionKind.TrueFalse,
    };

    private static readonly Dictionary<string, QuestionPool> Pools = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ranked"] = QuestionPool.Ranked,
        ["正式"] = QuestionPool.Ranked,
        ["竞赛"] = QuestionPool.Ranked,
        ["practice"] = QuestionPool.Practice,
        ["练习"] = QuestionPool.Practice,
    };

    private static readonly Dictionary<string, bool> Truth = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = true,
        ["t"] = true,
        ["正确"] = true,
        ["对"] = true,
        ["是"] = true,
        ["√"] = true,
        ["✓"] = true,
        ["false"] = false,
        ["f"] = false,
        ["错误"] = false,
        ["错"] = false,
        ["否"] = false,
        ["×"] = false,
        ["✗"] = false,
    };

    /// <summary>The two options of every statement that is true or false.</summary>
    public static IReadOnlyList<RawOption> TrueFalse(bool statementIsTrue) =>
        [
            new(new Text("正确", "맞다", "Зөв", "True"), statementIsTrue, "true"),
            new(new Text("错误", "틀리다", "Буруу", "False"), !statementIsTrue, "false"),
        ];

    public static QuestionKind? KindOf(string word) => Kinds.TryGetValue(word.Trim(), out var kind) ? kind : null;

    public static QuestionPool? PoolOf(string word) => Pools.TryGetValue(word.Trim(), out var pool) ? pool : null;

    public static bool? TruthOf(string word) => Truth.TryGetValue(word.Trim(), out var truth) ? truth : null;
}
