using System.Globalization;
using System.IO.Compression;
using System.Text;
using EStation.Testing;
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
    [InlineData("王\n=cmd|' /C calc'!A0", "王\n'=cmd|' /C calc'!A0")]
    [InlineData("王\r\n＋1\r@x\n\t-1", "王\r\n'＋1\r'@x\n'\t-1")]
    [InlineData("好\u2028－1", "好\u2028'－1")]
    [InlineData("\t1", "'\t1")]
    [InlineData("\r\n1", "'\r\n1")]
    [InlineData("\u200b=1", "'\u200b=1")]
    [InlineData("＠a", "'＠a")]
    [InlineData("a=1-2@b+c", "a=1-2@b+c")]
    [InlineData("220102001001", "'220102001001")]
    [InlineData("220102001", "220102001")]
    [InlineData("13800000000", "13800000000")]
    [InlineData("00123", "'00123")]
    [InlineData("22010212345678E9", "'22010212345678E9")]
    [InlineData("0.5", "0.5")]
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
    public void A_cell_with_any_line_break_stays_one_cell_and_none_of_its_lines_is_a_formula()
    {
        string[] breaks = ["\n", "\r", "\r\n", "\n\n", "\u2028"];
        string[] starts = ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠", " =", "　＝", "\""];
        object[][] rows =
        [
            .. from line in breaks from start in starts select new object[] { $"{start}1{line}{start}2,{line}\"3\"", 7, "末" },
        ];
        using var csv = new CsvHelper.CsvParser(
            new StringReader(Encoding.UTF8.GetString(SheetFile.Csv(rows)[3..])),
            CultureInfo.InvariantCulture
        );
        foreach (var row in rows)
        {
            Assert.True(csv.Read());
            Assert.Equal([SheetFile.Harmless((string)row[0]), "7", "末"], csv.Record!);
            Assert.DoesNotContain(
                csv[0].Split('\n', '\r', '\u2028'),
                line => "=+-@\t＝＋－＠".Contains(line.Trim(' ', '　').FirstOrDefault('x'))
            );
        }

        Assert.False(csv.Read());
    }

    [Fact]
    public void A_workbook_says_that_texts_are_texts_and_has_no_formula()
    {
        string[] typed = ["=1+1", "+1", "@SUM(1)", "220102001001", "王\n=1", "00123"];
        foreach (
            var file in new[]
            {
                SheetFile.Xlsx(["甲"], typed.Select(text => new object[] { text })),
                SheetFile.Xlsx(
                    [
                        ["甲"],
                        .. typed.Select(text => new object[] { text }),
                    ],
                    "表"
                ),
            }
        )
        {
            Assert.Equal(["甲", .. typed], Rows(file).Select(row => row[0]));
            using var zip = new ZipArchive(new MemoryStream(file));
            using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
            Assert.DoesNotMatch("<(x:)?f[ >]", sheet.ReadToEnd());
        }
    }

    [Fact]
    public void A_workbook_without_rows_has_its_header() => Assert.Equal("姓名", Rows(SheetFile.Xlsx(["姓名"], []))[0][0]);

    [Fact]
    public void Every_table_is_written_in_one_place() =>
        Assert.Equal(
            ["Banks/Sheets/CsvRows.cs", "Http/SheetFile.cs"], // the first reads
            Directory
                .EnumerateFiles(Path.Combine(SourceTree.Root, "functions"), "*.cs", SearchOption.AllDirectories)
                .Where(file => File.ReadAllText(file) is var source && (source.Contains("CsvHelper") || source.Contains("MiniExcel")))
                .Select(file => Path.GetRelativePath(Path.Combine(SourceTree.Root, "functions"), file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
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
