using EStation.Access;
using EStation.Http;
using EStation.Showcase.Reviews;
using EStation.Stations;
using Microsoft.AspNetCore.Http;

namespace EStation;

public class EnumNamesTests
{
    [Theory]
    [InlineData("reviewer,jury")]
    [InlineData(" reviewer")]
    [InlineData("3")]
    [InlineData("")]
    [InlineData(null)]
    public void Nothing_but_a_name_is_a_value(string? name) => Assert.Null(EnumNames<Role>.Find(name));

    [Fact]
    public void Every_value_has_its_name()
    {
        Assert.Equal("official, reviewer, jury, administrator", EnumNames<Role>.All);
        Assert.Equal(Enum.GetValues<Role>(), EnumNames<Role>.All.Split(", ").Select(name => EnumNames<Role>.Find(name)!.Value));
    }

    [Fact]
    public void A_list_of_states_in_a_query_is_refused()
    {
        var check = new Validation();
        var request = new DefaultHttpContext { Request = { QueryString = new QueryString("?state=approved,certified") } }.Request;
        Assert.Null(Query.Enum<StationState>(request, "state", check));
        Assert.True(check.Or(() => 1).Refused(out var refusal, out _));
        Assert.Equal(["must be one of applied, approved, certified, rejected"], refusal.Errors!["state"]);
    }

    [Theory]
    [InlineData("publish,reject")]
    [InlineData("0")]
    [InlineData(null)]
    public void A_reviewers_decision_is_one_of_the_names(string? decision) =>
        Assert.True(new ReviewVideoRequest(decision, Film: null, "看过", Scientific: true).Parse().Refused(out _, out _));
}
