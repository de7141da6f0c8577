namespace EStation.Http;

public class ValidationTests
{
    [Theory]
    [InlineData("  王小明 ", "王小明")]
    [InlineData("第一行\n第二行", "第一行\n第二行")]
    [InlineData("   ", null)]
    [InlineData(null, null)]
    public void Texts_are_trimmed_and_nothing_is_null(string? given, string? text)
    {
        var check = new Validation();
        Assert.Equal(text, check.OptionalText("name", given, 10));
        Assert.False(check.Or(() => 1).Refused(out _, out _));
    }

    [Theory]
    [InlineData("12345678901", "is longer than 10 characters")]
    [InlineData("a\u0000b", "has control characters")]
    public void What_cannot_be_kept_is_refused_with_its_reason(string given, string reason)
    {
        var check = new Validation();
        check.OptionalText("name", given, 10);
        Assert.True(check.Or(() => 1).Refused(out var refusal, out _));
        Assert.Equal([reason], refusal!.Errors!["name"]);
    }

    [Theory]
    [InlineData("王\n=1")]
    [InlineData("王\r=1")]
    [InlineData("王\u2028=1")]
    [InlineData("王\u2029=1")]
    [InlineData("王\u0085=1")]
    public void A_name_has_no_line_break_of_any_kind(string given)
    {
        foreach (
            var read in new Action<Validation>[] { check => check.Line("name", given, 40), check => check.OptionalLine("name", given, 40) }
        )
        {
            var check = new Validation();
            read(check);
            Assert.True(check.Or(() => 1).Refused(out _, out _));
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_text()
    {
        var check = new Validation();
        check.OptionalText("name", "a" + (char)0xD800, 10);
        Assert.True(check.Or(() => 1).Refused(out _, out _));
    }

    [Fact]
    public void Every_wrong_field_is_named()
    {
        var check = new Validation();
        check.Text("title", null, 10);
        check.Parsed<Day>("from", "2026-02-30", "is no day");
        Assert.True(check.Or(() => 1).Refused(out var refusal, out _));
        Assert.Equal(["title", "from"], refusal!.Errors!.Keys);
    }
}
