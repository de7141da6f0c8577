using EStation.Browsing;
using EStation.Contests;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Front;

/// <summary>Pictures of the main pages for the README; not a test: <c>dotnet run --project tests/EStation.Browser.Tests -- -explicit only</c> writes them to docs/screenshots.</summary>
public class Screenshots(TestStorage storage, Browser browser)
{
    private const string Village = "222401100201";
    private static readonly string[] Neighbours = ["朴永哲", "王小明", "崔明浩", "李秀兰"];
    private static readonly string Folder = Path.Combine(SourceTree.Root, "docs/screenshots");

    [Theory(Explicit = true)]
    [InlineData("zh")]
    [InlineData("ko")]
    public async Task Are_taken_of_the_pages_of_a_farmer(string language)
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host, Village, "金顺姬");
        foreach (var (at, name) in Neighbours.Index())
        {
            var neighbour = await Farmer.SignUpAsync(host, Village, name);
            var paper = await neighbour.StartAsync();
            host.Time.Advance(TimeSpan.FromSeconds(70 + (13 * at)));
            (await neighbour.SubmitAsync(paper, Farmer.Guess(paper, option: at))).EnsureSuccessStatusCode();
        }

        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, language, farmer);
        var page = await phone.NewPageAsync();
        await page.GotoAsync(Steps.List);
        await TakeAsync(page, "contests", page.Locator(".card").First);
        await page.GotoAsync(Steps.Rules);
        await TakeAsync(page, "contest", page.Locator("a.wide"));
        await page.GotoAsync($"/#/practice/{Farmer.Contest}");
        await page.Options().First.CheckAsync();
        await page.Locator("main button.main").ClickAsync();
        await TakeAsync(page, "practice", page.Locator("[role=status] b").First);
        await page.GotoAsync(Steps.Attempt);
        await page.Options().Nth(1).CheckAsync();
        await TakeAsync(page, "attempt", page.Locator(".steps .done"));
        host.Time.Advance(TimeSpan.FromSeconds(95));
        await page.Locator(".row button").Last.ClickAsync();
        await page.Locator(".note button").ClickAsync();
        await TakeAsync(page, "result", page.Locator(".receipt"));
        await host.RollUpAsync();
        await page.GotoAsync($"/#/board/{Farmer.Contest}");
        await page.Locator("caption").Nth(1).WaitForAsync();
        await TakeAsync(page, "board", page.Locator("main table").Last);

        Task TakeAsync(IPage page, string name, ILocator there) => PictureAsync(page, there, $"{name}.{language}");
    }

    /// <summary>One screen of a phone, small enough for a README.</summary>
    private static async Task PictureAsync(IPage page, ILocator there, string name)
    {
        await there.WaitForAsync();
        await page.EvaluateAsync("() => document.fonts.ready");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled, Scale = ScreenshotScale.Css });
    }
}
