namespace EStation.Http;

public class PagingTests
{
    private static readonly string[] All = [.. Enumerable.Range(0, 45).Select(number => $"{number:D2}")];

    [Fact]
    public void Pages_follow_one_another_to_the_end_and_miss_nothing()
    {
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = new Paging(20, after).Take(All, item => item);
            seen.AddRange(page.Items);
            after = page.Next is { } next ? Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(next) : null;
        } while (after is not null);
        Assert.Equal(All, seen);
    }

    [Fact]
    public void A_list_goes_on_where_the_last_item_of_a_page_has_left_it()
    {
        var next = new Paging(20, null).Take(All, item => item).Next!;
        var left = All.Except(["18", "19"]);
        Assert.Equal("20", new Paging(20, Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(next)).Take(left, item => item).Items[0]);
    }

    [Fact]
    public void A_last_page_that_is_full_has_no_next() => Assert.Null(new Paging(45, null).Take(All, item => item).Next);
}
