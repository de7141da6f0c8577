namespace EStation.Banks;

public class OptionWordsTests
{
    [Theory]
    [InlineData("以上都是", true)]
    [InlineData("以上都不是", true)]
    [InlineData("上述各项均正确", true)]
    [InlineData("以上年纪的人", false)]
    [InlineData("都是", false)]
    public void What_speaks_of_the_options_above_is_known(string text, bool speaks) =>
        Assert.Equal(speaks, OptionWords.SpeaksOfAbove(text));

    [Theory]
    [InlineData("A和B", true)]
    [InlineData("Ａ、Ｃ", true)]
    [InlineData("AB都对", true)]
    [InlineData("A or B", false)]
    [InlineData("维生素A和钙", false)]
    [InlineData("AB型血", false)]
    public void What_names_others_by_letters_is_known(string text, bool names) => Assert.Equal(names, OptionWords.NamesOthers(text));

    [Fact]
    public void Letters_before_all_options_in_order_are_left_out()
    {
        Assert.Equal(["水", "火", "土"], OptionWords.WithoutLetters(["A.水", "Ｂ．火", "c、 土"]));
        Assert.Null(OptionWords.WithoutLetters(["A.水", "火"]));
        Assert.Null(OptionWords.WithoutLetters(["B.水", "A.火"]));
        Assert.Null(OptionWords.WithoutLetters([]));
    }
}
