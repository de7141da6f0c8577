namespace EStation.LocalHost;

public sealed class RouteTableTests
{
    [Fact]
    public void Routes_are_tried_in_the_order_of_names_ignoring_case()
    {
        var table = Routes.Table(("bob", "{b}/1"), ("Alice", "x/{a}"), ("carol", "x/1"));

        Assert.Equal(["Alice", "bob", "carol"], table.Routes.Select(route => route.Function.Name));
        Assert.Equal("Alice", table.Find(Routes.Request("/x/1"))!.Name);
    }

    [Fact]
    public void A_catch_all_shadows_every_route_of_a_later_name_and_none_of_an_earlier()
    {
        var table = Routes.Table(("boom", "boom/{id}"), ("front", "{*path}"), ("hello", "api/hello/{name}"), ("literal", "literal"));

        Assert.Equal("boom", table.Find(Routes.Request("/boom/1"))!.Name);
        Assert.Equal("front", table.Find(Routes.Request("/api/hello/bob"))!.Name);
        Assert.Equal("front", table.Find(Routes.Request("/literal"))!.Name);
    }

    [Fact]
    public void A_catch_all_that_sorts_last_takes_the_rest_and_the_root()
    {
        var table = Routes.Table(("hello", "api/hello/{name}"), ("ZFront", "{*path}"));

        Assert.Equal("hello", table.Find(Routes.Request("/api/hello/bob"))!.Name);
        Assert.Equal("ZFront", table.Find(Routes.Request("/api/hello"))!.Name);
        Assert.Equal("ZFront", table.Find(Routes.Request("/"))!.Name);
    }

    [Fact]
    public void An_earlier_parameter_beats_a_later_literal()
    {
        var table = Routes.Table(("GetOne", "contests/{id}"), ("OpenOnes", "contests/open"));
        var request = Routes.Request("/contests/open");

        Assert.Equal("GetOne", table.Find(request)!.Name);
        Assert.Equal("open", request.Request.RouteValues["id"]);
    }

    [Theory]
    [InlineData("/items/5/abc", true)]
    [InlineData("/items/5/abc/", true)]
    [InlineData("/ITEMS/5/abc", true)]
    [InlineData("/items/five/abc", false)]
    [InlineData("/items/5/ab1", false)]
    [InlineData("/items/5", false)]
    [InlineData("/items/5/abc/more", false)]
    public void Constraints_and_segments_decide(string path, bool found)
    {
        var table = Routes.Table(("Items", "items/{number:int}/{word:regex(^[a-z]+$)}"));

        Assert.Equal(found, table.Find(Routes.Request(path)) is not null);
    }

    [Fact]
    public void Without_a_route_it_is_the_name_below_the_prefix()
    {
        var table = Routes.Table("api", ("Hello", null));

        Assert.NotNull(table.Find(Routes.Request("/api/hello")));
        Assert.Null(table.Find(Routes.Request("/hello")));
    }

    [Fact]
    public void A_method_that_is_not_listed_is_no_match()
    {
        var table = new RouteTable(Routes.Catalog(("Get", "x", ["get"]), ("Post", "x", ["POST"]), ("Any", "any", [])), "");

        Assert.Equal("Get", table.Find(Routes.Request("/x"))!.Name);
        Assert.Equal("Post", table.Find(Routes.Request("/x", "POST"))!.Name);
        Assert.Null(table.Find(Routes.Request("/x", "HEAD")));
        Assert.NotNull(table.Find(Routes.Request("/any", "PATCH")));
    }

    [Theory]
    [InlineData("administrators", "conflicts")]
    [InlineData("Runtime/x", "conflicts")]
    [InlineData("/rooted", "slash")]
    [InlineData("", "empty")]
    [InlineData("{id:whole}", "whole")]
    [InlineData("{id", "not a route template")]
    public void A_route_that_the_real_host_refuses_stops_the_start_with_one_line(string route, string because)
    {
        var failure = Assert.Throws<StartFailure>(() => Routes.Table("api", ("Wrong", route)));

        Assert.Contains(because, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public void Two_functions_that_take_the_same_requests_stop_the_start()
    {
        Assert.Throws<StartFailure>(() => Routes.Table(("One", "x/{id}"), ("Two", "X/{name}")));
        Assert.Throws<StartFailure>(() => new RouteTable(Routes.Catalog(("One", "{*a}", ["get", "post"]), ("Two", "{*b}", ["POST"])), ""));

        _ = Routes.Table(("One", "x/{id:int}"), ("Two", "x/{name}"));
        _ = new RouteTable(Routes.Catalog(("One", "x", ["get"]), ("Two", "x", ["post"])), "");
    }

    [Fact]
    public void Two_functions_of_one_name_stop_the_start()
    {
        var failure = Assert.Throws<StartFailure>(() => Routes.Table(("Same", "a"), ("same", "b")));

        Assert.Contains("Two functions are named", failure.Message, StringComparison.Ordinal);
    }
}
