using EStation.Browsing;
using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;

namespace EStation.Front;

/// <summary>The screens as different readers have them: dark, with more contrast, with large text, at 200 % zoom.</summary>
public class LooksTests(TestStorage storage, Browser browser)
{
    [Theory]
    [InlineData("theme", "light")]
    [InlineData("theme", "dark")]
    [InlineData("strong", "1")]
    [InlineData("large", "1")]
    public async Task Every_main_screen_is_accessible_however_it_looks(string setting, string value)
    {
        await using var host = await Office.OpenAsync(storage);
        var village = await LivelyVillage.InAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, setting == "large" ? "ko" : "zh", village.Farmer);
        await phone.AddInitScriptAsync(Keep(setting, value));
        var page = await phone.NewPageAsync();
        await LookAsync(
            page,
            ("", ".quick"),
            ($"contest/{Farmer.Contest}", ".ticks"),
            ($"result/{Farmer.Contest}/{village.Attempt}", ".receipt"),
            ($"board/{Farmer.Contest}", "thead"),
            ("trainings", ".card h2"),
            ($"trainings/{village.Trainings[0]}", ".facts"),
            ("my-trainings", ".card"),
            ("videos", ".films"),
            ("me", ".list"),
            ("my-data", ".card"),
            ("inbox", ".told"),
            ("privacy", "section"),
            ("nowhere", "main .button")
        );

        await using var desk = await browser.DeskAsync(host.Http.BaseAddress!, owner: village.Official);
        await desk.AddInitScriptAsync(Keep(setting, value));
        await LookAsync(
            await desk.NewPageAsync(),
            ("", ".quick"),
            ("work", ".list"),
            ("manage", "table"),
            ($"manage/{village.Trainings[0]}", ".menu"),
            ($"roster/{village.Trainings[0]}", "table"),
            ("announce", "form"),
            ("notices", "article"),
            ("statistics", ".map .tile")
        );
    }

    /// <summary>Half the width of a small phone's screen is what 200 % zoom leaves.</summary>
    [Theory]
    [InlineData("zh")]
    [InlineData("ko")]
    public async Task Nothing_is_cut_off_at_200_per_cent(string language)
    {
        await using var host = await Office.OpenAsync(storage);
        var village = await LivelyVillage.InAsync(host);
        await using var phone = await browser.PhoneAsync(
            host.Http.BaseAddress!,
            language,
            village.Farmer,
            options => options.ViewportSize = new() { Width = 180, Height = 360 }
        );
        var page = await phone.NewPageAsync();
        foreach (var route in new[] { "", "me", "trainings", $"contest/{Farmer.Contest}", $"board/{Farmer.Contest}", "inbox" })
        {
            await GoAsync(page, route, "h1");
            var wide = await page.EvaluateAsync<string[]>(TooWide);
            Assert.True(wide.Length == 0, $"#/{route} is wider than the screen: {string.Join("; ", wide)}");
        }
    }

    private static async Task LookAsync(IPage page, params (string Route, string There)[] screens)
    {
        foreach (var (route, there) in screens)
        {
            await GoAsync(page, route, there);
            await page.HasNoViolationsAsync();
            var small = await page.EvaluateAsync<string[]>(TooSmall);
            Assert.True(small.Length == 0, $"#/{route} has targets of less than 44 px: {string.Join(", ", small)}");
        }
    }

    private static async Task GoAsync(IPage page, string route, string there)
    {
        await page.GotoAsync($"/#/{route}");
        await page.Locator(there).First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    // A page that is not there yet, about:blank, has no storage.
    private static string Keep(string setting, string value) =>
        $"if (location.protocol === 'http:') localStorage['estation.{setting}'] = '{value}'";

    private const string TooWide = """
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] : [...document.querySelectorAll("body *")]
          .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 30)}`)
        """;

    /// <summary>Buttons that are lower than a finger; links in a text are as high as their line.</summary>
    private const string TooSmall = """
        () => [...document.querySelectorAll("button, a.button, nav.bar a, .list a, select, input:not([type=checkbox]):not([type=radio])")]
          .filter((one) => one.getClientRects().length && !one.classList.contains("skip") && !one.classList.contains("sort"))
          .filter((one) => one.getBoundingClientRect().height < 43.5)
          .map((one) => `${one.tagName} ${one.textContent} ${Math.round(one.getBoundingClientRect().height)}`)
        """;
}
