using EStation.Regions;

namespace EStation.People;

public class PersonTests
{
    private static readonly RegionCode Nanguan = RegionCode.Parse("220102001001");
    private static readonly RegionCode Yanji = RegionCode.Parse("222401001001");
    private static readonly Person Wang = new("id", Phone.Parse("13900000001"), new Profile("王小明"), DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData("王小明", "王**")]
    [InlineData("김영희", "김**")]
    [InlineData("𠮷田", "𠮷**")]
    [InlineData(null, "**")]
    public void Names_are_shown_masked(string? name, string masked) =>
        Assert.Equal(masked, (Wang with { Profile = new Profile(name) }).MaskedName);

    [Fact]
    public void The_first_village_fixes_the_county_and_moving_does_not_change_it()
    {
        var settled = Wang.With(new Profile("王小明", Nanguan));
        var moved = settled.With(new Profile("王小明", Yanji));
        Assert.Equal("220102", settled.County!.Value.Value);
        Assert.Equal("220102", moved.County!.Value.Value);
        Assert.Equal(Yanji, moved.Profile.Village);
    }

    [Fact]
    public void Nothing_is_counted_before_the_registration_is_stored()
    {
        var settled = Wang.With(new Profile("王小明", Nanguan));
        Assert.Null(settled.Place);
        Assert.Equal(new Place(Nanguan, Nanguan.County), (settled with { Registered = true }).Place);
    }

    [Theory]
    [InlineData(Gender.Female, "10", 1960, true, Audience.Women | Audience.Minority | Audience.LeftBehind | Audience.Over60)]
    [InlineData(Gender.Male, "01", 1992, false, Audience.Under35)]
    [InlineData(Gender.Male, "01", 1991, false, Audience.None)]
    [InlineData(Gender.Male, "01", 1966, false, Audience.None)]
    [InlineData(null, null, null, false, Audience.None)]
    public void The_audience_follows_from_the_profile_and_the_year(
        object? gender,
        string? group,
        int? born,
        bool leftBehind,
        object audience
    ) =>
        Assert.Equal(
            audience,
            new Profile(Gender: (Gender?)gender, BirthYear: born, EthnicGroup: group, LeftBehind: leftBehind).AudienceIn(2026)
        );
}
