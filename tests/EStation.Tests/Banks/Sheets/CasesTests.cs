using System.Diagnostics;

namespace EStation.Banks.Sheets;

/// <summary>Small workbooks as people made them: each is imported as its cells show, or refused by line.</summary>
public class CasesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("x01-percent", "single 数学 种子发芽率应不低于多少？x01 | *85% | 10% | 5% | (85%)")]
    [InlineData("x02-date-14", "single 农时 玉米播种一般在几月几日？x02 | *2026/3/4 | 2026/5/8 | 不一定")]
    [InlineData("x04-time", "single 时间 傍晚几点喷药？x04 | 12:30 | *18:00 | 都可")]
    [InlineData("x04f-unit", "single 量 多少度？x04f | *20℃ | 25℃ | 30℃")]
    [InlineData("x17-second-sheet", "single 健康 第二张表x17？ | 一 | 二 | 三 | *四")]
    [InlineData("x19-0", "single 健康 表头0x19？ | *一 | 二 | 三 | 四 | (因为)")]
    public void A_cell_is_imported_as_it_is_shown(string name, string question)
    {
        var import = Imported(name);
        Assert.Equal([question], import.Questions.Select(Told));
        Assert.Empty(import.Warnings);
    }

    [Fact]
    public void Merged_cells_give_kind_and_category_to_the_rows_below()
    {
        Assert.True(Read("x08-merged").Refused(out var refusal, out _));
        Assert.Equal(["line 3"], refusal.Errors!.Keys); // merged with 单选题, its answer is AB
        Assert.Equal(["options have more than one right one"], refusal.Errors["line 3"]);
    }

    [Theory]
    [InlineData("x13-formula-nocache", "the cell D2 has a formula without a value; open the file in a spreadsheet program and save it")]
    [InlineData("x14-error", "the cell D2 shows the error #DIV/0!")]
    public void A_cell_that_shows_nothing_that_can_be_known_refuses_its_line(string name, string reason)
    {
        Assert.True(Read(name).Refused(out var refusal, out _));
        Assert.Equal([("line 2", reason)], refusal.Errors!.Select(error => (error.Key, Assert.Single(error.Value))));
    }

    [Fact]
    public void A_colour_in_the_last_column_is_no_content()
    {
        var import = Imported("x15e-xfd-styled");
        string[] texts = ["涂色0-209287？", "涂色1-611978？", "涂色2-914814？"];
        Assert.Equal(texts.Select(text => $"single 健康 {text} | 一 | 二 | 三 | *四 | (解析)"), import.Questions.Select(Told));
        Assert.Empty(import.Warnings);
    }

    [Fact]
    public void Letters_before_options_are_left_out_with_a_warning()
    {
        var import = Imported("x23b-bank");
        Assert.Equal(
            [
                .. Enumerable.Range(0, 4).Select(n => $"single 健康 前缀{n}？ | 苹果{n} | 梨{n} | 桃{n} | *以上都是"),
                .. Enumerable.Range(0, 2).Select(n => $"multiple 健康 多选{n}？ | *一{n} | *二{n} | 三{n} | *A和B都对"),
            ],
            import.Questions.Select(Told)
        );
        const string Letters = "the letters before its options were left out";
        const string Others = "the option 'A和B都对' names others by letters, which differ on each paper";
        Assert.Equal(
            [(2, Letters), (3, Letters), (4, Letters), (5, Letters), (6, Letters), (6, Others), (7, Letters), (7, Others)],
            import.Warnings.Select(warning => (warning.Line, warning.Reason))
        );
    }

    private static string Told(Question question) =>
        string.Join(
            " | ",
            [
                $"{char.ToLowerInvariant(question.Kind.ToString()[0])}{question.Kind.ToString()[1..]} {question.Category} {question.Text.Zh}",
                .. question.Options.Select(option => (option.Right ? "*" : "") + option.Text.Zh),
                .. question.Explanation is { } explanation ? [$"({explanation.Zh})"] : Array.Empty<string>(),
            ]
        );

    private BankImport Imported(string name)
    {
        Assert.False(
            Read(name).Refused(out var refusal, out var import),
            string.Join("; ", refusal?.Errors?.SelectMany(error => error.Value) ?? [])
        );
        return import!;
    }

    private Result<BankImport> Read(string name)
    {
        var file = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Banks", "cases", name + ".xlsx"));
        var watch = Stopwatch.StartNew();
        var read = BankImport.Read(BankFormat.Xlsx, file, QuestionPool.Ranked);
        output.WriteLine($"{name}: {watch.Elapsed.TotalSeconds:0.000} s");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        return read;
    }
}
