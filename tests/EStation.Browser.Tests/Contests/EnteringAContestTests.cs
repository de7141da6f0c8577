using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Contests;

/// <summary>A farmer's way through a contest, on a phone.</summary>
public class EnteringAContestTests(TestStorage storage, Browser browser)
{
    [Theory]
    [InlineData("zh", "科普中国乡村e站")]
    [InlineData("ko", "과학보급 향촌e역")]
    public async Task The_list_of_contests_is_there(string language, string title)
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, language);
        var page = await phone.NewPageAsync();
        var traffic = await Traffic.WatchAsync(page);
        await page.GotoAsync("/");
        await Assertions.Expect(page).ToHaveTitleAsync(title);
        await Assertions.Expect(page.Locator(".card").First).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();
        TestContext.Current.SendDiagnosticMessage(traffic.ToString());
        await page.SignInAsync(host, Farmer.NewPhone());
        await Assertions.Expect(page.GetByLabel(language == "zh" ? "姓名" : "이름")).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();
    }

    [Fact]
    public async Task Who_is_signed_in_already_sees_their_own_page()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host, name: "王小明");
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var page = await phone.NewPageAsync();
        await page.GotoAsync("/#/me");
        await Assertions.Expect(page.GetByLabel("姓名")).ToHaveValueAsync("王小明");
        await page.HasNoViolationsAsync();
    }
}
