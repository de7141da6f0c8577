using System.Text.RegularExpressions;
using EStation.Browsing;
using EStation.Statistics;
using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;

namespace EStation.Front;

/// <summary>
/// Pictures of the screens as they are designed, for docs/design.md: a phone of 360 px and a desk of 1280 px, in Chinese and Korean, some
/// dark. No test: <c>-explicit only</c> writes them to docs/screenshots/screens. <c>SCREENS</c> is a regular expression of the names to take.
/// </summary>
public partial class ScreensTests(TestStorage storage, Browser browser)
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } elsewhere
        ? elsewhere
        : Path.Combine(SourceTree.Root, "docs/screenshots/screens");

    private static readonly Regex Wanted = new(Environment.GetEnvironmentVariable("SCREENS") ?? ".");

    /// <param name="Name">Of the file.</param>
    /// <param name="Route">After the #.</param>
    /// <param name="There">A selector of what shows that it is drawn.</param>
    /// <param name="Owner">Who is signed in.</param>
    /// <param name="Looks">zh or ko, and how: wide, dark, large or strong.</param>
    /// <param name="First">What is done before.</param>
    private sealed record Screen(string Name, string Route, string There, Cast Owner, string[] Looks, Func<IPage, Task>? First = null);

    private enum Cast
    {
        Visitor,
        Newcomer,
        Farmer,
        Official,
        Reviewer,
        Administrator,
    }

    [Fact(Explicit = true)]
    public async Task Are_taken()
    {
        Directory.CreateDirectory(Folder);
        await using var host = await FilledProvince.OpenAsync(storage);
        var village = await LivelyVillage.InAsync(host);
        var people = new Dictionary<Cast, Farmer?>
        {
            [Cast.Visitor] = null,
            [Cast.Newcomer] = await Farmer.SignInAsync(host, Farmer.NewPhone()),
            [Cast.Farmer] = village.Farmer,
            [Cast.Official] = village.Official,
            [Cast.Reviewer] = await Office.WithRoleAsync(host, "reviewer", "22"),
            [Cast.Administrator] = await Office.AdministratorAsync(host),
        };
        foreach (var screen in Screens(village))
        foreach (var look in screen.Looks)
        {
            var name = $"{screen.Name}.{look.Replace(' ', '.')}";
            if (!Wanted.IsMatch(name))
                continue;
            var language = look[..2];
            await using var phone = look.Contains("wide", StringComparison.Ordinal)
                ? await browser.DeskAsync(host.Http.BaseAddress!, language, people[screen.Owner])
                : await browser.PhoneAsync(host.Http.BaseAddress!, language, people[screen.Owner]);
            foreach (var worn in new[] { "large", "strong" })
                if (look.Contains(worn, StringComparison.Ordinal))
                    await phone.AddInitScriptAsync($"if (location.protocol === 'http:') localStorage['estation.{worn}'] = '1'");
            if (look.Contains("dark", StringComparison.Ordinal))
                await phone.AddInitScriptAsync("if (location.protocol === 'http:') localStorage['estation.theme'] = 'dark'");
            var page = await phone.NewPageAsync();
            await page.GotoAsync($"/#/{screen.Route}");
            if (screen.First is not null)
                await screen.First(page);
            await page.Locator(screen.There).First.WaitForAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await page.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(Folder, $"{name}.png"),
                    Animations = ScreenshotAnimations.Disabled,
                    Scale = ScreenshotScale.Css,
                    FullPage = Environment.GetEnvironmentVariable("WHOLE") == "1",
                }
            );
        }
    }
}
