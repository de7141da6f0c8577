namespace EStation;

public class PhoneTests
{
    [Theory]
    [InlineData("13800138000")]
    [InlineData("+8613800138000")]
    [InlineData("8613800138000")]
    [InlineData("008613800138000")]
    [InlineData("+86 138 0013 8000")]
    [InlineData("138-0013-8000")]
    [InlineData("138‑0013‑8000")]
    [InlineData("（+86）13800138000")]
    [InlineData("１３８００１３８０００")]
    [InlineData("＋８６　１３８ ００１３ ８０００")]
    [InlineData(" 13800138000\n")]
    public void A_mainland_mobile_number_is_stored_in_one_form(string text) => Assert.Equal("+8613800138000", Phone.Parse(text).E164);

    [Fact]
    public void Only_its_ends_are_shown() => Assert.Equal("138****8000", Phone.Parse("13800138000").ToString());

    [Theory]
    [InlineData("12800138000")]
    [InlineData("1380013800")]
    [InlineData("138001380000")]
    [InlineData("+8513800138000")]
    [InlineData("868613800138000")]
    [InlineData("138a00138000")]
    [InlineData(null)]
    public void Anything_else_is_none(string? text) => Assert.False(Phone.TryParse(text, null, out _));
}
