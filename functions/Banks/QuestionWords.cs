using System.Text.RegularExpressions;

namespace EStation.Banks;

public static partial class QuestionWords
{
    private const string Separators = ",、;/\\|.+& \n";

    private static readonly Dictionary<string, QuestionKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["single"] = QuestionKind.Single,
        ["单选"] = QuestionKind.Single,
        ["单选题"] = QuestionKind.Single,
        ["单项选择题"] = QuestionKind.Single,
        ["单项选择"] = QuestionKind.Single,
        ["multiple"] = QuestionKind.Multiple,
        ["多选"] = QuestionKind.Multiple,
        ["多选题"] = QuestionKind.Multiple,
        ["多项选择题"] = QuestionKind.Multiple,
        ["多项选择"] = QuestionKind.Multiple,
        ["不定项选择题"] = QuestionKind.Multiple,
        ["不定项选择"] = QuestionKind.Multiple,
        ["trueFalse"] = QuestionKind.TrueFalse,
        ["true/false"] = QuestionKind.TrueFalse,
        ["判断"] = QuestionKind.TrueFalse,
        ["判断题"] = QuestionKind.TrueFalse,
        ["判断正误"] = QuestionKind.TrueFalse,
        ["是非题"] = QuestionKind.TrueFalse,
    };

    private static readonly Dictionary<string, QuestionPool> Pools = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ranked"] = QuestionPool.Ranked,
        ["正式"] = QuestionPool.Ranked,
        ["正式题"] = QuestionPool.Ranked,
        ["竞赛"] = QuestionPool.Ranked,
        ["practice"] = QuestionPool.Practice,
        ["练习"] = QuestionPool.Practice,
        ["练习题"] = QuestionPool.Practice,
    };

    private static readonly Dictionary<string, bool> Truth = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = true,
        ["t"] = true,
        ["yes"] = true,
        ["y"] = true,
        ["正确"] = true,
        ["对"] = true,
        ["是"] = true,
        ["√"] = true,
        ["✓"] = true,
        ["✔"] = true,
        ["☑"] = true,
        ["✅"] = true,
        ["false"] = false,
        ["f"] = false,
        ["no"] = false,
        ["n"] = false,
        ["错误"] = false,
        ["错"] = false,
        ["否"] = false,
        ["×"] = false,
        ["✗"] = false,
        ["✘"] = false,
        ["✕"] = false,
        ["✖"] = false,
        ["❌"] = false,
        ["x"] = false,
    };

    public static IReadOnlyList<RawOption> TrueFalse(bool statementIsTrue) =>
        [
            new(new Text("正确", "맞다", "Зөв", "True"), statementIsTrue, "true"),
            new(new Text("错误", "틀리다", "Буруу", "False"), !statementIsTrue, "false"),
        ];

    public static QuestionKind? KindOf(string word) => Find(Kinds, word);

    public static QuestionPool? PoolOf(string word) => Find(Pools, word);

    public static bool? TruthOf(string word) => Find(Truth, word);

    /// <summary>Lower-case letters of an answer such as "AB", "A、B", "A/B", also in full width.</summary>
    public static IReadOnlySet<char> LettersOf(string answer) =>
        Characters
            .Narrow(answer)
            .ToLowerInvariant()
            .Where(character => !Separators.Contains(character, StringComparison.Ordinal) && !char.IsWhiteSpace(character))
            .ToHashSet();

    // "单选题（2分）" is 单选题.
    private static T? Find<T>(Dictionary<string, T> words, string word)
        where T : struct
    {
        var seen = Characters.Seen(word).Trim();
        return words.TryGetValue(seen, out var found) || words.TryGetValue(Note().Replace(seen, ""), out found) ? found : null;
    }

    [GeneratedRegex(@"\s*[(\[【][^()\[\]【】]*[)\]】]$")]
    private static partial Regex Note();
}
