using System.Text;
using MiniExcelLibs;

namespace EStation.Http;

public sealed class SheetFileTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  @SUM(A1)", "'  @SUM(A1)")]
    [InlineData("-2", "'-2")]
    [InlineData("＝1", "'＝1")]
    [InlineData("南关区", "南关区")]
    [InlineData("", "")]
    public void No_text_becomes_a_formula(string text, string harmless) => Assert.Equal(harmless, SheetFile.Harmless(text));

    [Fact]
    public void A_text_file_begins_with_the_mark_of_UTF_8() =>
        Assert.Equal(
            [.. Encoding.UTF8.Preamble, .. "地区,3\r\n\"a,b\"\r\n"u8],
            SheetFile.Csv([
                ["地区", 3],
                ["a,b"],
            ])
        );

    [Fact]
    public void A_workbook_has_the_rows_as_they_are_or_under_a_header()
    {
        var bare = Rows(
            SheetFile.Xlsx(
                [
                    ["农村科普统计年报表"],
                    ["地区", 3],
                ],
                "年报表"
            )
        );
        Assert.Equal(
            [
                ["农村科普统计年报表", null],
                ["地区", 3.0],
            ],
            bare
        );
        Assert.Equal(
            [
                ["题目", "答案"],
                ["问", "A"],
            ],
            Rows(
                SheetFile.Xlsx(
                    ["题目", "答案"],
                    [
                        ["问", "A"],
                    ]
                )
            )
        );
    }

    private static List<object?[]> Rows(byte[] workbook) =>
        [
            .. MiniExcel
                .Query(new MemoryStream(workbook), useHeaderRow: false)
                .Cast<IDictionary<string, object?>>()
                .Select(row => row.Values.ToArray()),
        ];
}
