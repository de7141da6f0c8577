namespace EStation.Banks.Sheets;

/// <summary>Sheets, rows and cells of a workbook: what is read of them, and what is refused.</summary>
public class XlsxTests
{
    private static readonly string Header = Workbook.Row(1, "题目", "A", "B", "答案", "类别");

    [Theory]
    [InlineData("<c t=\"e\"><v>#N/A</v></c>", "the cell B2 shows the error #N/A")]
    [InlineData("<c><f>1+1</f></c>", "the cell B2 has a formula without a value; open the file in a spreadsheet program and save it")]
    [InlineData(
        "<c><v>123456789012</v></c>",
        "the cell B2 has a number in the format 'General', which may be shown otherwise; write it as text"
    )]
    [InlineData("<c><v>一百</v></c>", "the cell B2 cannot be read")]
    [InlineData("<c t=\"s\"><v>9</v></c>", "the cell B2 cannot be read")]
    [InlineData("<c t=\"z\"><v>9</v></c>", "the cell B2 cannot be read")]
    public void A_cell_that_cannot_be_known_refuses_its_line(string cell, string reason)
    {
        var file = Workbook.Of([
            ("题库", "visible", Header + Workbook.Row(2, "问？", cell, "乙", "B") + Workbook.Row(3, "再问？", "甲", "乙", "A")),
        ]);
        Assert.True(BankImport.Read(BankFormat.Xlsx, file, QuestionPool.Ranked).Refused(out var refusal, out _));
        Assert.Equal([("line 2", reason)], refusal.Errors!.Select(error => (error.Key, Assert.Single(error.Value))));
    }

    [Theory]
    [InlineData("<c s=\"1\"><v>0.085</v></c>", "8.5%")]
    [InlineData("<c s=\"2\"><v>46085</v></c>", "3月4日")]
    [InlineData("<c s=\"3\" t=\"str\"><f>A1</f><v>5</v></c>", "第5节")]
    [InlineData("<c><f>10*2</f><v>20</v></c>", "20")]
    [InlineData("<c t=\"b\"><v>1</v></c>", "TRUE")]
    [InlineData("<c t=\"d\"><v>2026-03-04</v></c>", "2026-03-04")]
    [InlineData("<c t=\"inlineStr\"><is><r><t>H</t></r><r><t>2O</t></r><rPh><t>shui</t></rPh></is></c>", "H2O")]
    [InlineData("<c t=\"inlineStr\"><is><t>一_x000D_\n二</t></is></c>", "一\n二")]
    public void A_cell_is_imported_as_it_is_shown(string cell, string shown)
    {
        var file = Workbook.Of(
            [("题库", "visible", Header + Workbook.Row(2, "问？", cell, "乙", "A"))],
            "0.0%",
            "m\"月\"d\"日\"",
            "\"第\"@\"节\""
        );
        Assert.Equal(shown, Assert.Single(Read(file).Questions).Options[0].Text.Zh);
    }

    [Fact]
    public void What_cannot_be_known_in_a_column_that_is_not_read_is_only_warned_of()
    {
        var file = Workbook.Of([
            (
                "题库",
                "visible",
                Workbook.Row(1, "题目", "A", "B", "答案", "备注", "", "答案")
                    + Workbook.Row(2, "问？", "甲", "乙", "A", "<c t=\"e\"><v>#REF!</v></c>", "x", "B")
            ),
        ]);
        var import = Read(file);
        Assert.True(Assert.Single(import.Questions).Options[0].Right);
        Assert.Equal(
            [
                (1, "the column '备注' is not known; it was left out"),
                (1, "the column F has no heading; it was left out"),
                (1, "the column '答案' is there twice; only the first was read"),
            ],
            import.Warnings.Select(warning => (warning.Line, warning.Reason))
        );
    }

    [Fact]
    public void The_first_visible_sheet_with_headings_is_read()
    {
        var notes = Workbook.Row(1, "请勿修改表头");
        string Asked(string text) => Header + Workbook.Row(2, text, "甲", "乙", "A");
        var import = Read(
            Workbook.Of([
                ("旧", "hidden", Asked("旧？")),
                ("更旧", "veryHidden", Asked("更旧？")),
                ("说明", "visible", notes),
                ("题库", "visible", Asked("新？")),
                ("备用", "visible", Asked("备用？")),
            ])
        );
        Assert.Equal("新？", Assert.Single(import.Questions).Text.Zh);
        Assert.Equal(
            (1, "only the sheet '题库' was read; '备用' has questions too"),
            (Assert.Single(import.Warnings).Line, import.Warnings[0].Reason)
        );
        var none = Workbook.Of([("说明", "visible", notes), ("题库", "hidden", Asked("问？"))]);
        Assert.True(BankImport.Read(BankFormat.Xlsx, none, QuestionPool.Ranked).Refused(out var refusal, out _));
        Assert.Equal(["line 1"], refusal.Errors!.Keys);
        Assert.StartsWith("the table needs a header", refusal.Errors["line 1"][0], StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_rows_are_left_out_with_a_warning()
    {
        var import = Read(
            Workbook.Of([
                (
                    "题库",
                    "visible",
                    Workbook.HiddenRow(1, "1", "题干", "A", "B", "答案")
                        + Workbook.Row(2, "题目", "A", "B", "答案")
                        + Workbook.HiddenRow(3, "true", "旧？", "甲", "乙", "C")
                        + Workbook.Row(4, "新？", "甲", "乙", "A")
                ),
            ])
        );
        Assert.Equal("新？", Assert.Single(import.Questions).Text.Zh);
        Assert.Equal((3, "the row is hidden; it was left out"), (Assert.Single(import.Warnings).Line, import.Warnings[0].Reason));
    }

    [Fact]
    public void Merged_cells_fill_category_kind_pool_and_source_downwards_and_nothing_else()
    {
        string[][] rows =
        [
            ["题型", "类别", "用途", "来源", "题目", "选项A", "选项B", "答案", "解析"],
            ["多选题（2分）", "健康", "练习", "手册", "一？", "甲", "乙", "AB", "因为"],
            ["", "", "", "", "二？", "甲", "乙", "A", ""],
            ["", "", "", "", "三？", "甲", "乙", "A", ""],
        ];
        var merges = string.Concat("ABCD".Select(column => $"<mergeCell ref=\"{column}2:{column}3\"/>")) + "<mergeCell ref=\"I2:I3\"/>";
        var file = Workbook.Shared(rows, "Z9:Z9", sheet => sheet.Replace("<mergeCell ref=\"Z9:Z9\"/>", merges, StringComparison.Ordinal));
        var import = Read(file);
        Assert.Equal(
            [
                (QuestionKind.Multiple, "健康", QuestionPool.Practice, "手册", "因为"),
                (QuestionKind.Multiple, "健康", QuestionPool.Practice, "手册", null),
                (QuestionKind.Single, "general", QuestionPool.Ranked, null, null),
            ],
            import.Questions.Select(question =>
                (question.Kind, question.Category, question.Pool, question.Source, question.Explanation?.Zh)
            )
        );
    }

    [Fact]
    public void What_a_merged_cell_covers_is_not_shown_and_not_read()
    {
        string[][] rows =
        [
            ["类别", "题目", "选项A", "选项B", "答案"],
            ["健康", "一？", "甲", "乙", "A"],
            ["环境", "二？", "甲", "乙", "A"],
        ];
        Assert.Equal(["健康", "健康"], Read(Workbook.Shared(rows, "A2:A3")).Questions.Select(question => question.Category));
    }

    [Fact]
    public void Rows_with_nothing_in_the_columns_that_are_read_are_no_questions()
    {
        var import = Read(
            Workbook.Of([
                (
                    "题库",
                    "visible",
                    Workbook.Row(1, "题目", "A", "B", "答案", "序号")
                        + Workbook.Row(2, "问？", "甲", "乙", "A", "1")
                        + Workbook.Row(3, "", "", "", "", "2")
                ),
            ])
        );
        Assert.Single(import.Questions);
    }

    private static BankImport Read(byte[] file)
    {
        Assert.False(
            BankImport.Read(BankFormat.Xlsx, file, QuestionPool.Ranked).Refused(out var refusal, out var import),
            string.Join("; ", refusal?.Errors?.SelectMany(error => error.Value) ?? [])
        );
        return import!;
    }
}
