using EStation.Browsing;
using EStation.Contests;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Front;

/// <summary>
/// Firefox and WebKit (iPhones), where Playwright has installed them: no prerequisite of <c>dotnet test</c>, so <c>scripts/old-browsers</c>
/// asks for these explicitly.
/// </summary>
public class OtherBrowserTests(TestStorage storage)
{
    [Theory(Explicit = true)]
    [InlineData("firefox")]
    [InlineData("webkit")]
    public async Task A_farmer_signs_in_and_sits_the_contest(string name)
    {
        using var playwright = await Playwright.CreateAsync();
        var type = playwright[name];
        Assert.SkipUnless(File.Exists(type.ExecutablePath), $"Playwright has not installed {name} here.");
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var browser = await type.LaunchAsync();
        var page = await browser.NewPageAsync(
            new()
            {
                BaseURL = host.Http.BaseAddress!.ToString(),
                Locale = "zh-CN",
                ViewportSize = new() { Width = 360, Height = 720 },
            }
        );
        await page.GotoAsync(Steps.List);
        await page.SignInAsync(host, farmer.Phone);
        await page.SitAsync(answers: 3);
        await page.HandInAnywayAsync();
        await Assertions.Expect(page.Receipt()).ToBeVisibleAsync();
        Assert.Equal((1, 3, 1), await farmer.StoredAsync(host));
    }
}
