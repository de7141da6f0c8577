namespace EStation.Trainings.Certificates;

public class TextLinesTests
{
    [Theory]
    [InlineData("水稻病虫害绿色防控", 1)]
    [InlineData("字", 200)]
    [InlineData("W", 200)]
    [InlineData("가나다 라마 ", 40)]
    public void Lines_are_inside_and_hold_the_whole_text(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times));
        var (lines, size) = TextLines.Fit([text, text], 255, 58, 7);
        Assert.All(lines, line => Assert.True(TextLines.WidthOf(line) * size <= 255 + (2 * size), line));
        Assert.True(lines.Count * size * TextLines.Leading <= 58);
        Assert.Equal(Letters(text + text), Letters(string.Concat(lines)));
    }

    [Fact]
    public void No_line_begins_with_a_closing_mark()
    {
        var (lines, _) = TextLines.Fit([string.Concat(Enumerable.Repeat("水稻，病虫害。", 30))], 255, 58, 7);
        Assert.All(lines, line => Assert.DoesNotContain(line[0], "，。"));
    }

    [Fact]
    public void A_short_text_has_the_largest_size() => Assert.Equal(7, TextLines.Fit(["短"], 255, 58, 7).Size);

    private static string Letters(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
