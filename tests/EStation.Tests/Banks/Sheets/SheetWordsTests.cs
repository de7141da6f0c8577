using System.Text;

namespace EStation.Banks.Sheets;

/// <summary>The words by which people head columns and give kinds and answers.</summary>
public class SheetWordsTests
{
    [Theory]
    [InlineData("题目,选项A,选项B,答案,答案解析")]
    [InlineData("试题,选项Ａ,选项Ｂ,参考答案,试题解析")]
    [InlineData("题目*,选项A*,选项B＊,标准答案*,解析")]
    [InlineData("题干（必填）,A选项,B选项,正确答案(必填),解析（选填）")]
    [InlineData("题目：,A.,B、,答案 ,题目解析")]
    public void The_usual_headings_are_understood(string header)
    {
        var import = Read(header, "问？,甲,乙,A,因为");
        Assert.Empty(import.Warnings);
        Assert.Equal(
            ("问？", "甲", "因为"),
            (import.Questions[0].Text.Zh, import.Questions[0].Options[0].Text.Zh, import.Questions[0].Explanation!.Zh)
        );
    }

    [Theory]
    [InlineData("AB")]
    [InlineData("ＡＢ")]
    [InlineData("a b")]
    [InlineData("A/B")]
    [InlineData("A、B")]
    [InlineData("\"A,B\"")]
    [InlineData("A，B")]
    [InlineData("A；B")]
    [InlineData("\"A\nB\"")]
    [InlineData("\"A\r\nB\"")]
    [InlineData("A|B")]
    public void An_answer_names_several_options(string answer)
    {
        var question = Read("题目,A,B,C,答案", $"问？,甲,乙,丙,{answer}").Questions[0];
        Assert.Equal(QuestionKind.Multiple, question.Kind);
        Assert.Equal([true, true, false], question.Options.Select(option => option.Right));
    }

    [Theory]
    [InlineData("✔", true)]
    [InlineData("✔️", true)]
    [InlineData("√", true)]
    [InlineData("Y", true)]
    [InlineData("ｙ", true)]
    [InlineData("对", true)]
    [InlineData("TRUE", true)]
    [InlineData("✘", false)]
    [InlineData("×", false)]
    [InlineData("❌", false)]
    [InlineData("N", false)]
    [InlineData("错误", false)]
    public void An_answer_says_true_or_false(string answer, bool truth)
    {
        foreach (var question in new[] { Read("题目,A,B,答案", $"问？,,,{answer}"), Read("题目,A,B,答案", $"问？,正确,错误,{answer}") })
        {
            Assert.Equal(QuestionKind.TrueFalse, question.Questions[0].Kind);
            Assert.Equal(truth, question.Questions[0].Options[0].Right);
        }
    }

    [Theory]
    [InlineData("单项选择", QuestionKind.Single)]
    [InlineData("单选题（2分）", QuestionKind.Single)]
    [InlineData("单选题(每题 2 分)", QuestionKind.Single)]
    [InlineData(" 单选题 ", QuestionKind.Single)]
    [InlineData("多项选择", QuestionKind.Multiple)]
    [InlineData("不定项选择题", QuestionKind.Multiple)]
    [InlineData("判断题【1分】", QuestionKind.TrueFalse)]
    public void A_kind_is_known_by_its_usual_names(string kind, QuestionKind known) => Assert.Equal(known, QuestionWords.KindOf(kind));

    private static BankImport Read(params string[] lines)
    {
        var file = Encoding.UTF8.GetBytes(string.Join("\r\n", lines));
        Assert.False(
            BankImport.Read(BankFormat.Csv, file, QuestionPool.Ranked).Refused(out var refusal, out var import),
            string.Join("; ", refusal?.Errors?.SelectMany(error => error.Value) ?? [])
        );
        return import!;
    }
}
