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
        await page.GotoAsync("/");
        await Assertions.Expect(page).ToHaveTitleAsync(title);
        await Assertions.Expect(page.Locator(".card").First).ToBeVisibleAsync();
    }
}
