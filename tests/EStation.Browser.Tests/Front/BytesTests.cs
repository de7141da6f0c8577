using EStation.Browsing;
using EStation.Contests;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Front;

/// <summary>What a farmer's phone has to load: bytes on the wire, headers and all.</summary>
public class BytesTests(TestStorage storage, Browser browser)
{
    /// <summary>
    /// Also shows that all works without a service worker, which only the second visit has anyway: it is registered when the list is there,
    /// and fetches what an attempt needs before it is begun.
    /// </summary>
    [Fact]
    public async Task The_list_of_contests_and_an_attempt_are_small()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(
            host.Http.BaseAddress!,
            owner: farmer,
            change: phone => phone.ServiceWorkers = ServiceWorkerPolicy.Block
        );
        var page = await phone.NewPageAsync();

        var first = await Traffic.WatchAsync(page);
        await page.GotoAsync(Steps.List, new() { WaitUntil = WaitUntilState.NetworkIdle }); // with what is fetched beforehand for what may come next
        await Assertions.Expect(page.Link("吉林省农民科学素质网络竞赛")).ToBeVisibleAsync();
        Assert.True(first is { Requests: <= 3, Bytes: <= 20_000 }, first.ToString());
        await first.StopAsync();

        var attempt = await Traffic.WatchAsync(page);
        await page.Link("吉林省农民科学素质网络竞赛").ClickAsync();
        await page.Link("开始答题").ClickAsync();
        for (var question = 1; question <= 8; question++)
        {
            await page.Options().First.CheckAsync();
            await page.Button(question < 8 ? "下一题" : "交卷").ClickAsync();
        }

        await Assertions.Expect(page.Receipt()).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.True(first.Bytes + attempt.Bytes <= 36_500, $"{first}\n{attempt}");
        TestContext.Current.SendDiagnosticMessage($"{first}\n{attempt}");
    }
}
