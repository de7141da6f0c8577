using System.Text;

namespace EStation;

public class CharactersTests
{
    [Theory]
    [InlineData("王小明", "王小明")]
    [InlineData("王\u200b小明", "王小明")]
    [InlineData(" 王　小明 ", "王 小明")]
    [InlineData("Ａ１，", "A1,")]
    [InlineData("김\u3164철", "김철")]
    public void Texts_that_look_the_same_are_the_same(string text, string seen) =>
        Assert.Equal(Characters.Seen(seen), Characters.Seen(text));

    [Fact]
    public void Names_that_look_different_are_different() => Assert.NotEqual(Characters.Seen("王小明"), Characters.Seen("王小朋"));

    [Theory]
    [InlineData("\u200b\u200d", false)]
    [InlineData("\u3164", false)]
    [InlineData("　\u00a0", false)]
    [InlineData("-", true)]
    [InlineData("ᠮᠣᠩᠭᠣᠯ", true)]
    public void A_text_has_something_to_be_seen(string text, bool visible) => Assert.Equal(visible, Characters.IsVisible(text));

    [Theory]
    [InlineData(0xFFFE, true)]
    [InlineData(0x1FFFF, true)]
    [InlineData(0xFDD0, true)]
    [InlineData(0x202E, true)]
    [InlineData(0x2066, true)]
    [InlineData(0x200D, false)]
    [InlineData(0x180B, false)]
    [InlineData(0x738B, false)]
    public void Noncharacters_and_overrides_are_forbidden_and_joiners_and_Mongolian_marks_are_not(int value, bool forbidden) =>
        Assert.Equal(forbidden, Characters.IsForbidden(new Rune(value)));
}
