using System.Diagnostics;
using EStation.Browsing;
using EStation.Contests;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Front;

/// <summary>A network that is connected and dead: it accepts, and never answers.</summary>
public class SilentNetworkTests(TestStorage storage, Browser browser)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_page_that_was_opened_before_is_there_within_three_seconds_with_the_list_as_it_was()
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var line = await Frontage.OpenAsync(host.Http.BaseAddress!);
        await using var phone = await browser.PhoneAsync(line.Address);
        var page = await phone.NewPageAsync();
        await InstallAsync(page);

        line.FallSilent();
        var watch = Stopwatch.StartNew();
        await page.GotoAsync(Steps.List, new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(page.Link("吉林省农民科学素质网络竞赛")).ToBeVisibleAsync();
        Assert.True(watch.Elapsed < Soon, $"{watch.Elapsed}");
        await page.SeesAsync("下面是这部手机上存的内容");

        // A page of which there is no copy says so, with a button, and it works when the network does.
        watch.Restart();
        await page.Link("吉林省农民科学素质网络竞赛").ClickAsync();
        await page.SeesAsync("怎么比"); // it was read before
        Assert.True(watch.Elapsed < Soon, $"{watch.Elapsed}");
        line.Speak();
        await page.Link("练习").ClickAsync();
        await Assertions.Expect(page.Options().First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("下面是这部手机上存的内容")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_answer_that_comes_in_time_is_the_one_that_is_shown()
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var line = await Frontage.OpenAsync(host.Http.BaseAddress!);
        await using var phone = await browser.PhoneAsync(line.Address);
        var page = await phone.NewPageAsync();
        await InstallAsync(page);
        await page.GotoAsync("/?", new() { WaitUntil = WaitUntilState.Commit });
        await Assertions.Expect(page.Link("吉林省农民科学素质网络竞赛")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("下面是这部手机上存的内容")).ToHaveCountAsync(0);
    }

    /// <summary>Once through the list and the rules, until the worker has the page.</summary>
    private static async Task InstallAsync(IPage page)
    {
        await page.GotoAsync(Steps.List);
        await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => 0)");
        await page.GotoAsync(Steps.Rules);
        await page.ReloadAsync(); // by way of the worker
        await page.SeesAsync("怎么比");
    }
}
