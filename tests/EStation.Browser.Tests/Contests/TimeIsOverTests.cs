using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Contests;

/// <summary>The end of the time for an attempt.</summary>
public class TimeIsOverTests(TestStorage storage, Browser browser)
{
    [Theory]
    [InlineData(2, "积分 1")]
    [InlineData(30, "交卷超时，这次不计入排名。")]
    public async Task What_is_there_is_handed_in_by_itself(int secondsLate, string said)
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var page = await phone.NewPageAsync();
        await page.Clock.InstallAsync();
        await page.SitAsync(answers: 2);
        host.Time.Advance(TimeSpan.FromMinutes(8) + TimeSpan.FromSeconds(secondsLate));
        await page.Clock.FastForwardAsync("08:01");
        await Assertions.Expect(page.GetByText(said)).ToBeVisibleAsync();
        await Assertions.Expect(page.Receipt()).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();
        var (submitted, answered, counted) = await farmer.StoredAsync(host);
        Assert.Equal((1, 2, secondsLate < 10 ? 1 : 0), (submitted, answered, counted));
    }

    [Fact]
    public async Task Without_a_network_the_page_says_that_it_may_be_too_late()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var page = await phone.NewPageAsync();
        await page.Clock.InstallAsync();
        await page.SitAsync(answers: 1);
        await phone.SetOfflineAsync(true);
        await page.Clock.FastForwardAsync("08:01");
        await Assertions.Expect(page.GetByText("如果以前没有送到，这次不计入排名")).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();
    }

    [Fact]
    public async Task A_phone_whose_clock_is_wrong_counts_the_servers_minutes()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var page = await phone.NewPageAsync();
        await page.Clock.InstallAsync(new() { TimeDate = DateTime.UtcNow.AddDays(-3) });
        await page.GotoAsync(Steps.Attempt);
        await Assertions.Expect(page.GetByRole(AriaRole.Timer)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("剩余 [78]:"));
    }
}
