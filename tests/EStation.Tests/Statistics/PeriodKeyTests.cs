namespace EStation.Statistics;

public class PeriodKeyTests
{
    [Theory]
    [InlineData("2028-02-29", "2028-02-29", "2028-02-29", "2028-02", "2028")]
    [InlineData("2028-02", "2028-02-01", "2028-02-29", "2028-02", "2028")]
    [InlineData("2027-02", "2027-02-01", "2027-02-28", "2027-02", "2027")]
    [InlineData("2027", "2027-01-01", "2027-12-31", "2027-01", "2027")]
    public void Days_months_and_years_know_what_they_hold_and_lie_in(string key, string first, string last, string month, string year)
    {
        var parsed = PeriodKey.Parse(key);
        Assert.Equal(
            (key, first, last, month, year),
            (parsed.ToString(), parsed.First.ToString(), parsed.Last.ToString(), parsed.Month.Value, parsed.Year.Value)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("2027-02-29")]
    [InlineData("2027-13")]
    [InlineData("2027-1")]
    [InlineData("27")]
    [InlineData("0000")]
    [InlineData("9999-12-31")]
    [InlineData(null)]
    public void Other_texts_are_none(string? text) => Assert.False(PeriodKey.TryParse(text, null, out _));
}
