using EStation.Browsing;
using EStation.Contests;
using EStation.Statistics;
using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;

namespace EStation.Front;

/// <summary>
/// Pictures of the main pages, for the README. No test: <c>dotnet run --project tests/EStation.Browser.Tests -- -explicit only</c> writes
/// them to docs/screenshots.
/// </summary>
public class ScreenshotsTests(TestStorage storage, Browser browser)
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "docs/screenshots");
    private static readonly string[] Neighbours = ["朴永哲", "王小明", "崔明浩", "李秀兰"];

    [Theory(Explicit = true)]
    [InlineData("zh")]
    [InlineData("ko")]
    public async Task Of_what_farmers_see(string language)
    {
        // Ten minutes ago: neighbours take their time, and then the clocks of the host and of the phone agree.
        await using var host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?> { ["Administrators"] = Office.AdministratorPhone },
            now: DateTimeOffset.UtcNow - TimeSpan.FromMinutes(10)
        );
        var farmer = await Farmer.SignUpAsync(host, Office.Village, "金顺姬");
        foreach (var (at, name) in Neighbours.Index())
        {
            var neighbour = await Farmer.SignUpAsync(host, Office.Village, name);
            var paper = await neighbour.StartAsync();
            host.Time.Advance(TimeSpan.FromSeconds(70 + (13 * at)));
            (await neighbour.SubmitAsync(paper, Farmer.Guess(paper, option: at))).EnsureSuccessStatusCode();
        }

        host.Time.SetUtcNow(DateTimeOffset.UtcNow);
        var training = await AnnounceAsync(host, await Office.WithRoleAsync(host));
        (await farmer.PostAsync($"api/trainings/{training}/enrolments")).EnsureSuccessStatusCode();
        await (await Office.WithRoleAsync(host, "reviewer", "22")).DecideAsync(await farmer.SubmitVideoAsync("水稻旱育秧技术"), "publish");
        await host.RollUpAsync();

        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, language, farmer);
        var page = await phone.NewPageAsync();
        await TakeAsync("contests", "", ".card");
        await TakeAsync("contest", $"contest/{Farmer.Contest}", "a.wide, .aside b");
        await TakeAsync(
            "practice",
            $"practice/{Farmer.Contest}",
            "form [role=status] b",
            async () =>
            {
                await page.Options().First.CheckAsync();
                await page.Locator("main button.main").ClickAsync();
            }
        );
        await TakeAsync("attempt", $"attempt/{Farmer.Contest}", ".steps .done", () => page.Options().Nth(1).CheckAsync());
        host.Time.Advance(TimeSpan.FromSeconds(95));
        await TakeAsync(
            "result",
            $"attempt/{Farmer.Contest}",
            ".receipt",
            async () =>
            {
                for (var question = 2; question <= 8; question++)
                {
                    await page.Locator($".steps :nth-child({question})").ClickAsync();
                    await page.Locator($".steps :nth-child({question})[aria-current=step]").WaitForAsync();
                    await page.Options().First.CheckAsync();
                }

                await page.Locator(".acts .main").ClickAsync();
            }
        );
        await host.RollUpAsync();
        await TakeAsync("board", $"board/{Farmer.Contest}", "thead");
        await TakeAsync("trainings", "trainings", ".card");
        await TakeAsync("ticket", $"ticket/{training}", "main img");
        await TakeAsync("videos", "videos", "main img");

        Task TakeAsync(string name, string route, string there, Func<Task>? first = null) =>
            PictureAsync(page, $"{name}.{language}", route, there, first);
    }

    [Theory(Explicit = true)]
    [InlineData("zh")]
    [InlineData("ko")]
    public async Task Of_what_officials_and_administrators_see(string language)
    {
        await using var host = await FilledProvince.OpenAsync(storage);
        var official = await Office.WithRoleAsync(host);
        var training = await AnnounceAsync(host, official);
        foreach (var name in Neighbours)
            (
                await (await Farmer.SignUpAsync(host, Office.Village, name)).PostAsync($"api/trainings/{training}/enrolments")
            ).EnsureSuccessStatusCode();
        await (await Farmer.SignUpAsync(host, Office.Village)).SubmitVideoAsync("水稻旱育秧技术");

        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, language, official);
        await PictureAsync(await phone.NewPageAsync(), $"work.{language}", "work", "main a");
        await PictureAsync(await phone.NewPageAsync(), $"roster.{language}", $"roster/{training}", "main table");
        await using var desk = await browser.DeskAsync(
            host.Http.BaseAddress!,
            language,
            await Office.WithRoleAsync(host, "reviewer", "22")
        );
        await PictureAsync(await desk.NewPageAsync(), $"reviews.{language}", "reviews", "article");
        await PictureAsync(await desk.NewPageAsync(), $"statistics.{language}", "statistics", ".map .tile");
    }

    private static async Task<string> AnnounceAsync(TestHost host, Farmer official)
    {
        var start = Day.Of(host.Time.GetUtcNow()).Start.AddDays(3).AddHours(9);
        var announced = await Farmer.JsonOf(
            await official.PostAsync(
                "api/trainings",
                new
                {
                    programme = "green-certificate",
                    kind = "training",
                    title = new { zh = "水稻旱育秧技术培训", ko = "벼 밭모 키우기 기술 강습" },
                    village = Office.Village,
                    capacity = 30,
                    hours = 3,
                    sessions = new[] { new { startsAt = start, endsAt = start.AddHours(3) } },
                    signUpOpensAt = host.Time.GetUtcNow().AddHours(-1),
                    signUpClosesAt = start.AddHours(-12),
                }
            )
        );
        return (string)announced["id"]!;
    }

    /// <summary>One screen, small enough for a README.</summary>
    internal static async Task PictureAsync(IPage page, string name, string route, string there, Func<Task>? first = null)
    {
        await page.GotoAsync($"/#/{route}");
        if (first is not null)
            await first();
        await page.Locator(there).First.WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(Folder, $"{name}.png"),
                Animations = ScreenshotAnimations.Disabled,
                Scale = ScreenshotScale.Css,
            }
        );
    }
}
