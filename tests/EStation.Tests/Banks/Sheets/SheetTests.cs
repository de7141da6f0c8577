using System.IO.Compression;
using System.Text;
using EStation.Banks.Gift;

namespace EStation.Banks.Sheets;

/// <summary>Tables of questions, as Excel workbooks and as CSV.</summary>
public class SheetTests
{
    private static readonly string[][] Rows =
    [
        ["题目", "题目（朝鲜语）", "选项A", "选项A（朝鲜语）", "选项B", "选项C", "答案", "类别", "用途", "解析", "来源"],
        ["土豆发芽后能吃吗？", "싹이 난 감자를 먹어도 됩니까?", "不能", "안 된다", "能", "", "A", "食品安全", "正式", "含龙葵素。", "示例"],
        ["下列哪些是五有？", "", "网络", "", "人员", "汽车", "A、B", "应急避险", "练习", "", ""],
        ["该法自哪天起施行？", "", "2022-06-05", "", "2021-01-01", "2023", "A", "环境", "", "", ""],
        ["发芽的土豆去芽即可放心吃。", "", "", "", "", "", "错误", "食品安全", "正式", "", ""],
        ["请填空：____", "", "", "", "", "", "龙葵素", "食品安全", "正式", "", ""],
    ];

    public static TheoryData<string> Programs => ["shared", "inline", "csv", "csv;", "tabs", "merged title", "merged group"];

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_table_is_read_whichever_program_wrote_it(string program)
    {
        var rows = Rows[..^1];
        var file = program switch
        {
            "shared" => Workbook.Shared(rows),
            "inline" => Workbook.Inline(rows),
            "merged title" => Workbook.Shared(
                [
                    ["吉林省农民科学素质网络竞赛题库"],
                    [],
                    .. rows,
                ],
                "A1:K1"
            ),
            "merged group" => Workbook.Inline(
                [
                    ["题目", "题目（朝鲜语）", "选项", "", "", "", "答案", "类别", "用途", "解析", "来源"],
                    ["", "", "A", "A.ko", "B", "C", "", "", "", "", ""],
                    .. rows[1..],
                ],
                "C1:F1"
            ),
            "csv" => Encoding.UTF8.GetBytes(Csv(rows, ",")),
            "csv;" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv(rows, ";"))],
            _ => Encoding.UTF8.GetBytes(Csv(rows, "\t")),
        };
        var import = Read(
            program.StartsWith("csv", StringComparison.Ordinal) || program == "tabs" ? BankFormat.Csv : BankFormat.Xlsx,
            file
        );

        Assert.Equal(
            [QuestionKind.Single, QuestionKind.Multiple, QuestionKind.Single, QuestionKind.TrueFalse],
            import.Questions.Select(question => question.Kind)
        );
        Assert.Equal(
            [QuestionPool.Ranked, QuestionPool.Practice, QuestionPool.Ranked, QuestionPool.Ranked],
            import.Questions.Select(question => question.Pool)
        );
        Assert.Equal(("싹이 난 감자를 먹어도 됩니까?", "안 된다"), (import.Questions[0].Text.Ko, import.Questions[0].Options[0].Text.Ko));
        Assert.Equal(["2022-06-05", "2021-01-01", "2023"], import.Questions[2].Options.Select(option => option.Text.Zh));
        Assert.Equal([true, true, false], import.Questions[1].Options.Select(option => option.Right));
        Assert.Equal("食品安全", import.Questions[0].Category);
        Assert.False(import.Questions[3].Options[0].Right);
    }

    [Fact]
    public void A_row_that_is_no_question_refuses_the_table_with_its_number()
    {
        Assert.True(BankImport.Read(BankFormat.Xlsx, Workbook.Shared(Rows), QuestionPool.Ranked).Refused(out var refusal, out _));
        Assert.Equal(["line 6"], refusal.Errors!.Keys);
        Assert.True(
            BankImport
                .Read(
                    BankFormat.Csv,
                    Encoding.UTF8.GetBytes("题目,选项A,选项B,答案\n\"两\n行？\",甲,乙,A\n错,甲,乙,D\n"),
                    QuestionPool.Ranked
                )
                .Refused(out refusal, out _)
        );
        Assert.Equal(["line 4"], refusal.Errors!.Keys);
    }

    [Fact]
    public void Kinds_that_are_not_offered_are_left_out_with_a_warning()
    {
        var import = Read(
            BankFormat.Csv,
            Encoding.UTF8.GetBytes("题型,题目,A,B,答案\n填空题,首都是____,,,北京\n单选题,首都是哪里？,北京,上海,A\n")
        );
        Assert.Single(import.Questions);
        Assert.Equal(2, Assert.Single(import.Warnings).Line);
    }

    [Fact]
    public void Mutated_files_never_crash_the_import_and_what_comes_in_is_whole()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        byte[][] texts = [Encoding.UTF8.GetBytes(GiftFileTests.Moodle), BankTemplate.In(BankFormat.Csv), BankTemplate.In(BankFormat.Json)];
        byte[][] workbooks = [Workbook.Shared(Rows[..^1]), Workbook.Inline(Rows[..^1])];
        for (var i = 0; i < Testing.Deep.Of(usually: 60, deep: 1_000); i++)
        {
            var text = Mutation.Of(texts[i % texts.Length], random);
            foreach (var format in Enum.GetValues<BankFormat>())
                AssertWhole(BankImport.Read(format, text, QuestionPool.Ranked));
            var workbook = workbooks[i % workbooks.Length];
            AssertWhole(BankImport.Read(BankFormat.Xlsx, Mutation.Of(workbook, random), QuestionPool.Ranked));
            AssertWhole(BankImport.Read(BankFormat.Xlsx, Mutation.OfAPart(workbook, random), QuestionPool.Ranked));
        }
    }

    private static void AssertWhole(Result<BankImport> read)
    {
        if (read.Refused(out var refusal, out var import))
        {
            Assert.All(refusal.Errors!.Keys, line => Assert.StartsWith("line ", line, StringComparison.Ordinal));
            return;
        }

        foreach (var question in import.Questions)
        {
            Assert.NotEmpty(question.Text.Zh);
            Assert.InRange(question.Options.Count, 2, 10);
            Assert.Contains(question.Options, option => option.Right);
            Assert.True(question.Kind == QuestionKind.Multiple || question.Options.Count(option => option.Right) == 1);
        }
    }

    [Theory]
    [InlineData("r=\"C5\"", "r=\"ZZZZZZ5\"")]
    [InlineData("r=\"C5\"", "r=\"C2000000000\"")]
    [InlineData("<row r=\"5\"", "<row r=\"2000000000\"")]
    [InlineData("<sheetData>", "<dimension ref=\"A1:ZZZZZZ2000000000\"/><sheetData>")]
    [InlineData("ref=\"A1:K1\"", "ref=\"A1:ZZZZZZ2000000000\"")]
    public void A_workbook_that_speaks_of_billions_of_cells_costs_no_more_than_others(string from, string to)
    {
        var hostile = Workbook.Shared(Rows[..^1], "A1:K1", sheet => sheet.Replace(from, to, StringComparison.Ordinal));
        var before = GC.GetTotalAllocatedBytes();
        AssertWhole(BankImport.Read(BankFormat.Xlsx, hostile, QuestionPool.Ranked));
        TestContext.Current.TestOutputHelper?.WriteLine($"{(GC.GetTotalAllocatedBytes() - before) / 1_000_000} MB");
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 200_000_000);
    }

    [Fact]
    public void An_empty_last_row_at_the_end_of_the_sheet_is_no_question()
    {
        var file = Workbook.Shared(
            Rows[..^1],
            change: sheet => sheet.Replace("</sheetData>", "<row r=\"1048576\" ht=\"12.8\"></row></sheetData>", StringComparison.Ordinal)
        );
        Assert.Equal(4, Read(BankFormat.Xlsx, file).Questions.Count);
    }

    [Fact]
    public void A_zip_that_unpacks_to_gigabytes_is_refused_early()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 80; i++)
                part.Write(zeros);
        }

        Assert.True(BankImport.Read(BankFormat.Xlsx, file.ToArray(), QuestionPool.Ranked).Refused(out var refusal, out _));
        Assert.Contains("too large", refusal.Errors!["line 1"][0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", 1)]
    [InlineData("{\"questions\":[\n{\"text\":{\"zh\":\"问\"},\n\"options\":5}]}", 3)]
    [InlineData("{\"questions\":[\n\n{\"text\":{\"zh\":\"问\"},\"options\":[{\"text\":{\"zh\":\"甲\"}},{\"text\":{\"zh\":\"乙\"}}]}]}", 3)]
    [InlineData("{\"questions\":[]} x", 1)]
    [InlineData("[]", 1)]
    [InlineData("{\"questions\":[null]}", 1)]
    public void Json_is_refused_with_the_line(string json, int line)
    {
        Assert.True(BankImport.Read(BankFormat.Json, Encoding.UTF8.GetBytes(json), QuestionPool.Ranked).Refused(out var refusal, out _));
        Assert.Equal($"line {line}", refusal.Errors!.Keys.First());
    }

    [Fact]
    public void Every_template_can_itself_be_imported()
    {
        foreach (var format in Enum.GetValues<BankFormat>())
            Assert.NotEmpty(Read(format, BankTemplate.In(format)).Questions);
    }

    private static string Csv(string[][] rows, string separator) =>
        string.Concat(rows.Select(row => string.Join(separator, row.Select(cell => $"\"{cell}\"")) + "\r\n"));

    private static BankImport Read(BankFormat format, byte[] file)
    {
        var refused = BankImport.Read(format, file, QuestionPool.Ranked).Refused(out var refusal, out var import);
        Assert.False(refused, string.Join("; ", refusal?.Errors?.Select(error => $"{error.Key}: {string.Join(',', error.Value)}") ?? []));
        return import!;
    }
}
