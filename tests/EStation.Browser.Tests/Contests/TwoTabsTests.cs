using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Contests;

/// <summary>The same attempt in two places at once.</summary>
public class TwoTabsTests(TestStorage storage, Browser browser)
{
    [Fact]
    public async Task One_tab_follows_what_the_other_does()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var (one, other) = (await phone.NewPageAsync(), await phone.NewPageAsync());
        await one.SitAsync(answers: 1);
        await other.GotoAsync(Steps.Attempt);
        await Assertions.Expect(other.GetByText("第 2 题，共 8 题")).ToBeVisibleAsync();
        await other.Options().Last.CheckAsync();
        await Assertions.Expect(one.GetByRole(AriaRole.Button, new() { Name = "第 2 题，已答" })).ToBeVisibleAsync();
        await other.HandInAnywayAsync();
        await Assertions.Expect(other.Receipt()).ToBeVisibleAsync();
        await Assertions.Expect(one.Receipt()).ToBeVisibleAsync();
        Assert.Equal((1, 2, 1), await farmer.StoredAsync(host));
    }

    [Fact]
    public async Task Who_handed_in_from_another_phone_sees_what_the_server_has()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var page = await phone.NewPageAsync();
        await page.SitAsync(answers: 2);
        var paper = await farmer.StartAsync();
        (await farmer.SubmitAsync(paper, Farmer.Guess(paper, option: 1))).EnsureSuccessStatusCode();
        await page.HandInAnywayAsync();
        await Assertions.Expect(page.GetByText("这份试卷以前已经交过")).ToBeVisibleAsync();
        Assert.Equal((1, 8, 1), await farmer.StoredAsync(host));
    }
}
