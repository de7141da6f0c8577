namespace EStation.Regions;

public class PlaceNameTests
{
    [Theory]
    [InlineData("南岭村委会", "南岭村")]
    [InlineData("张家村民委员会", "张家村")]
    [InlineData("张家村村民委员会", "张家村")]
    [InlineData("驿马村委", "驿马村")]
    [InlineData("合隆村委会（合隆经济开发区）（省级）", "合隆村")]
    [InlineData("漫江村（部分）", "漫江村")]
    [InlineData("四平市铁东区叶赫满族镇张家村村民委员会", "张家村")]
    [InlineData("四平市铁东区平东街东晟社区居民委员会", "东晟社区")]
    [InlineData("华阳社区", "华阳社区")]
    [InlineData("村委会", "村委会")]
    public void A_village_is_shown_without_committee_and_repetition(string listed, string shown)
    {
        var town = listed.Contains("平东", StringComparison.Ordinal) ? "四平市铁东区平东街道" : "四平市铁东区叶赫满族镇";
        Assert.Equal(shown, PlaceName.Shown(listed, RegionLevel.Village, ["四平市", "铁东区", town]));
    }

    [Fact]
    public void Only_some_words_for_committees_of_residents_are_left()
    {
        var divisions = Divisions.Listed;
        var villages = divisions.All.Where(division => division.Code.Level == RegionLevel.Village).Select(division => division.Name.Zh);
        Assert.DoesNotContain(villages, name => name.EndsWith("村委会", StringComparison.Ordinal) || name.EndsWith('）'));
        Assert.DoesNotContain(villages, name => name.Contains("村民委员会", StringComparison.Ordinal));
    }

    [Fact]
    public void No_two_places_of_a_town_have_one_name()
    {
        var divisions = Divisions.Listed;
        foreach (var parent in divisions.All)
            Assert.Equal(parent.Children.Count, parent.Children.Select(child => child.Name.Zh).Distinct().Count());
    }

    [Theory]
    [InlineData("永春镇", "永春")]
    [InlineData("延边朝鲜族自治州", "延边")]
    [InlineData("前郭尔罗斯蒙古族自治县", "前郭尔罗斯")]
    [InlineData("南岭街道", "南岭")]
    [InlineData("村", "村")]
    public void The_kind_of_place_is_no_part_of_the_bare_name(string name, string bare) => Assert.Equal(bare, PlaceName.Bare(name));
}
