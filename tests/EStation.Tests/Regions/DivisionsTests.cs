namespace EStation.Regions;

public class DivisionsTests
{
    private static readonly RegionCode Yanbian = RegionCode.Parse("2224");
    private readonly Divisions divisions = Divisions.Listed;

    [Fact]
    public void All_of_Jilin_is_there()
    {
        var province = divisions.Find(RegionCode.Parse("22"))!;
        Assert.Equal("吉林省", province.Name.Zh);
        Assert.Equal(9, province.Children.Count);
        Assert.Equal(69, divisions.Counties.Count); // 60 counties, and 9 development zones that the list keeps as counties
        Assert.Equal(1075, divisions.Counties.Sum(county => divisions.Find(county)!.Children.Count));
    }

    [Fact]
    public void Yanbian_has_its_Korean_names() =>
        Assert.All(divisions.Find(RegionCode.Parse("2224"))!.Children, county => Assert.NotNull(county.Name.Ko));

    [Theory]
    [InlineData("222401", "연길시")]
    [InlineData("222405", "룡정시")]
    [InlineData("220183", "덕혜시")]
    [InlineData("220524", "류하현")]
    [InlineData("220721", "전곽르로스몽골족자치현")]
    [InlineData("222403107208", "따푸차이허촌")]
    public void A_name_is_as_Yanbian_says_it(string code, string korean) =>
        Assert.Equal(korean, divisions.Find(RegionCode.Parse(code))!.Name.Ko);

    [Fact]
    public void Every_county_and_all_of_Yanbian_has_a_Korean_name()
    {
        var named = divisions.All.Where(division => division.Code.Level <= RegionLevel.County || Yanbian.Contains(division.Code)).ToList();
        Assert.Equal(1722, named.Count);
        Assert.All(named, division => Assert.Matches("^[가-힣]+$", division.Name.Ko));
    }

    [Fact]
    public void Every_division_lies_in_one_that_is_there()
    {
        foreach (var town in divisions.Counties.SelectMany(county => divisions.Find(county)!.Children))
            Assert.All(town.Children, village => Assert.Equal(town.Code, village.Code.Town));
    }

    [Fact]
    public void Names_go_from_the_province_down_and_a_code_that_is_no_more_stands_for_itself()
    {
        Assert.Equal(["吉林省", "延边朝鲜族自治州", "延吉市"], divisions.NamesDownTo(RegionCode.Parse("222401")).Select(name => name.Zh));
        Assert.Equal("222499", divisions.NamesDownTo(RegionCode.Parse("222499"))[^1].Zh);
    }
}
