using System.Diagnostics;
using System.Text;
using EStation.Banks.Sheets;

namespace EStation.Banks;

/// <summary>Files that are made, or happen, to be expensive to read.</summary>
public class BankImportTests(ITestOutputHelper output)
{
    private const int MostBytes = 4 * 1024 * 1024;

    [Fact]
    public void A_row_that_is_coloured_to_its_very_end_is_imported_in_less_than_a_second()
    {
        var file = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Banks", "cases", "x15e-xfd-styled.xlsx"));
        Assert.False(ReadQuickly(BankFormat.Xlsx, file, seconds: 1).Refused(out _, out var import));
        Assert.Equal(3, import!.Questions.Count);
    }

    [Theory]
    [InlineData("r=\"C5\"", "r=\"XFD5\"")]
    [InlineData("r=\"C5\"", "r=\"CV5\"")]
    [InlineData("<row r=\"5\"", "<row r=\"20000\"")]
    [InlineData("<row r=\"5\"", "<row r=\"1048576\"")]
    [InlineData("<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>")]
    [InlineData("<row r=\"5\">", "<row r=\"5\"><c r=\"XFD5\" s=\"1\"/>")]
    public void A_small_workbook_costs_less_than_a_second_wherever_its_cells_stand(string from, string to)
    {
        string[][] rows =
        [
            ["题目", "选项A", "选项B", "答案"],
            .. Enumerable.Range(1, 4).Select(n => new[] { $"第{n}题？", "甲", "乙", "A" }),
        ];
        var file = Workbook.Shared(rows, change: sheet => sheet.Replace(from, to, StringComparison.Ordinal));
        ReadQuickly(BankFormat.Xlsx, file, seconds: 1);
        file = Workbook.Shared(
            rows,
            change: sheet =>
                sheet.Replace("r=\"C5\"", "r=\"CV5\"", StringComparison.Ordinal).Replace("\"5\"", "\"20000\"", StringComparison.Ordinal)
        );
        ReadQuickly(BankFormat.Xlsx, file, seconds: 1);
    }

    public static TheoryData<BankFormat, string> Repeated =>
        new()
        {
            { BankFormat.Json, "{}," },
            { BankFormat.Json, "\n1,\n" },
            { BankFormat.Json, "{\"text\":{\"zh\":\"问\"}}," },
            { BankFormat.Csv, "," },
            { BankFormat.Csv, "\n" },
            { BankFormat.Csv, "\"" },
            { BankFormat.Csv, "甲,乙,丙,A\n" },
            { BankFormat.Gift, "//[id:[tag:" },
            { BankFormat.Gift, "[id:" },
            { BankFormat.Gift, "::\n" },
            { BankFormat.Gift, "问{=甲 ~乙}\n\n" },
            { BankFormat.Gift, "{}\n\n" },
        };

    [Theory]
    [MemberData(nameof(Repeated))]
    public void A_file_of_the_greatest_size_is_read_or_refused_in_time(BankFormat format, string repeated)
    {
        var start = format switch
        {
            BankFormat.Json => "{\"questions\":[",
            BankFormat.Csv => "题目,选项A,选项B,答案\n",
            _ => "// ",
        };
        var text = new StringBuilder(start);
        while (text.Length < MostBytes / 3)
            text.Append(repeated);
        ReadQuickly(format, Encoding.UTF8.GetBytes(text.ToString()), seconds: 5);
    }

    [Fact]
    public void A_workbook_of_as_many_questions_as_there_may_be_is_imported_in_time()
    {
        string[][] rows =
        [
            ["题型", "类别", "题目", "选项A", "选项B", "选项C", "选项D", "答案", "解析"],
            .. Enumerable
                .Range(1, BankImport.MostQuestions)
                .Select(n => new[] { "单选题", "健康", $"第{n}题？", "1", "2022-06-05", "3", "4", "A", "因为" }),
        ];
        Assert.False(ReadQuickly(BankFormat.Xlsx, Workbook.Inline(rows), seconds: 5).Refused(out _, out var import));
        Assert.Equal(BankImport.MostQuestions, import!.Questions.Count);
    }

    public static TheoryData<string, string, string> Crowded =>
        new()
        {
            { "empty cells", "<row r=\"3\">", "<c s=\"1\"/>" },
            { "cells with an empty text", "<row r=\"3\">", "<c t=\"inlineStr\"></c>" },
            { "formulas", "<row r=\"3\">", "<c r=\"F3\"><f>1</f></c>" },
            { "rows", "", "<row r=\"3\"></row>" },
            { "merged cells", "</sheetData><mergeCells><row>", "<mergeCell ref=\"A2:XFD1048576\"/>" },
        };

    [Theory]
    [MemberData(nameof(Crowded))]
    public void A_sheet_that_is_crowded_with_nothing_is_read_or_refused_in_time(string what, string start, string repeated)
    {
        output.WriteLine(what);
        string[][] rows =
        [
            ["题目", "选项A", "选项B", "答案"],
            ["问？", "甲", "乙", "A"],
        ];
        var crowd = new StringBuilder(start).Insert(start.Length, repeated, 5_000_000 / repeated.Length);
        if (start.Length > 0)
            crowd.Append("</row>");
        var file = Workbook.Shared(
            rows,
            change: sheet =>
                sheet.Replace(
                    "</sheetData>",
                    crowd + (start.Contains("merge") ? "</mergeCells>" : "</sheetData>"),
                    StringComparison.Ordinal
                )
        );
        ReadQuickly(BankFormat.Xlsx, file, seconds: 4);
    }

    [Fact]
    public void Reading_that_takes_too_long_ends_with_a_refusal()
    {
        foreach (var format in Enum.GetValues<BankFormat>())
        {
            Assert.True(
                BankImport.Read(format, BankTemplate.In(format), QuestionPool.Ranked, within: TimeSpan.Zero).Refused(out var refusal, out _)
            );
            Assert.Contains("too long", refusal.Errors!["line 1"][0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Reading_ends_when_nobody_waits_for_it()
    {
        using var hungUp = new CancellationTokenSource();
        hungUp.Cancel();
        foreach (var format in Enum.GetValues<BankFormat>())
            Assert.ThrowsAny<OperationCanceledException>(() =>
                BankImport.Read(format, BankTemplate.In(format), QuestionPool.Ranked, hangUp: hungUp.Token)
            );
    }

    private Result<BankImport> ReadQuickly(BankFormat format, byte[] file, int seconds)
    {
        var watch = Stopwatch.StartNew();
        var read = BankImport.Read(format, file, QuestionPool.Ranked);
        output.WriteLine($"{watch.ElapsedMilliseconds} ms");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(seconds));
        return read;
    }
}
