namespace EStation.Regions;

public class RegionCodeTests
{
    private static readonly RegionCode Village = RegionCode.Parse("220102001001");

    [Fact]
    public void The_length_tells_the_level() =>
        Assert.Equal(
            [RegionLevel.Village, RegionLevel.Town, RegionLevel.County, RegionLevel.Prefecture, RegionLevel.Province],
            Village.Upwards.Select(region => region.Level)
        );

    [Fact]
    public void A_region_contains_itself_and_what_lies_in_it()
    {
        Assert.True(RegionCode.Parse("2201").Contains(Village));
        Assert.True(Village.Contains(Village));
        Assert.False(Village.Contains(RegionCode.Parse("2201")));
        Assert.False(RegionCode.Parse("2202").Contains(Village));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("220")]
    [InlineData("22010200")]
    [InlineData("22010200100x")]
    [InlineData("２２")]
    [InlineData(null)]
    public void Other_strings_are_no_region(string? text) => Assert.False(RegionCode.TryParse(text, null, out _));
}
