namespace EStation.Banks.Sheets;

/// <summary>Numbers as Excel in Chinese shows them.</summary>
public class CellFormatTests
{
    [Theory]
    [InlineData(9, 0.85, "85%")]
    [InlineData(9, 0.285, "29%")]
    [InlineData(2, 1.005, "1.01")]
    [InlineData(3, 1234567, "1,234,567")]
    [InlineData(7, -12, "¥-12.00")]
    [InlineData(12, 0.5, "1/2")]
    [InlineData(12, 2.25, "2 1/4")]
    [InlineData(14, 46085, "2026/3/4")]
    [InlineData(20, 0.5208333, "12:30")]
    [InlineData(22, 46085.75, "2026/3/4 18:00")]
    [InlineData(31, 46085, "2026年3月4日")]
    [InlineData(34, 0.75, "下午6时00分")]
    [InlineData(44, 1234.5, "¥ 1,234.50")]
    [InlineData(46, 1.5, "36:00:00")]
    [InlineData(58, 46085, "3月4日")]
    [InlineData(0, 0.1 + 0.2, "0.3")]
    [InlineData(0, 1.0 / 3, "0.333333333")]
    [InlineData(0, 31.4159265358979, "31.41592654")]
    [InlineData(0, 13800000000, "13800000000")]
    [InlineData(0, -40, "-40")]
    [InlineData(49, 7, "7")]
    public void A_format_that_a_workbook_names_by_number_is_known(int id, double value, string shown) =>
        Assert.Equal(shown, new CellFormat(BuiltInFormats.Find(id)!).Show(value));

    [Fact]
    public void Every_built_in_format_is_understood() =>
        Assert.All(
            Enumerable.Range(0, 164).Select(BuiltInFormats.Find).OfType<string>(),
            code => Assert.False(string.IsNullOrEmpty(new CellFormat(code).Show(46085.5)), code)
        );

    [Theory]
    [InlineData("0\"℃\"", 20, "20℃")]
    [InlineData("0℃", 20, "20℃")]
    [InlineData("0!件", 3, "3件")]
    [InlineData("0\\ \"kg\"", 3, "3 kg")]
    [InlineData("[$¥-804]#,##0.00", 12, "¥12.00")]
    [InlineData("_ [$€-2]* #,##0.00_ ", 12, "€ 12.00")]
    [InlineData("yyyy年m月d日", 46085, "2026年3月4日")]
    [InlineData("[$-804]aaaa;@", 46085, "星期三")]
    [InlineData("m\"月\"d\"日\" aaa", 46085, "3月4日 三")]
    [InlineData("[$-F800]dddd, mmmm dd, yyyy", 46085, "2026年3月4日")]
    [InlineData("[$-409]d-mmm-yy;@", 46085, "4-Mar-26")]
    [InlineData("h:mm AM/PM", 0.75, "6:00 PM")]
    [InlineData("0.0,,\"万\"", 12345678, "12.3万")]
    [InlineData("000000", 12, "000012")]
    [InlineData("G/通用格式\"元\"", 3.5, "3.5元")]
    [InlineData("General\"元\"", 3.5, "3.5元")]
    [InlineData("0.00E+00", 12345, "1.23E+04")]
    [InlineData("\"约\"0", 3, "约3")]
    [InlineData("0.0;[Red]-0.0", -1.5, "-1.5")]
    [InlineData("[Red]h:mm", 0.5, "12:00")]
    public void A_format_that_people_make_is_understood(string code, double value, string shown) =>
        Assert.Equal(shown, new CellFormat(code).Show(value));

    [Theory]
    [InlineData("General", 123456789012)] // 1.23457E+11
    [InlineData("General", 0.0000123)]
    [InlineData("0", 1234567890123456)]
    [InlineData("[DBNum1][$-804]General", 123)]
    [InlineData("[$-130000]yyyy-m-d", 46085)]
    [InlineData("[$-804]mmmm", 46085)]
    [InlineData("[$-412]aaaa", 46085)]
    [InlineData("ggge", 46085)]
    [InlineData("yyyy/m/d", -1)]
    [InlineData("yyyy/m/d", 0.5)]
    [InlineData("yyyy/m/d", 2958466)]
    [InlineData("aaaa", -3)]
    [InlineData("0\"", 3)]
    [InlineData("[60", 3)]
    public void A_number_of_which_it_is_not_known_how_it_is_shown_is_refused(string code, double value) =>
        Assert.Null(new CellFormat(code).Show(value));

    [Fact]
    public void A_format_is_applied_to_texts_too()
    {
        Assert.Equal("第3题", new CellFormat("\"第\"@\"题\"").Show("3"));
        Assert.Equal("=1+1", new CellFormat("0%").Show("=1+1"));
        Assert.Equal("一百", new CellFormat("[DBNum1]0").Show("一百"));
    }

    [Fact]
    public void Days_are_counted_from_1904_where_the_workbook_says_so()
    {
        Assert.Equal("2026/3/4", new CellFormat("yyyy/m/d", from1904: true).Show(44623));
        Assert.Equal("星期三", new CellFormat("aaaa", from1904: true).Show(44623));
    }
}
