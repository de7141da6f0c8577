namespace EStation.Regions;

public class DivisionsTests
{
    private readonly Divisions divisions = new();

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
