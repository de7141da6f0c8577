using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Contests;

/// <summary>Browsers inside other apps keep nothing, or clear it when they like.</summary>
public class LosingStorageTests(TestStorage storage, Browser browser)
{
    private const string KeepsNothing = """
        Object.defineProperty(window, "localStorage", { get() { throw new DOMException("off", "SecurityError"); } });
        Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("off", "SecurityError"); } });
        """;

    [Fact]
    public async Task Where_nothing_can_be_kept_all_works_and_the_page_says_what_not_to_do()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!);
        await phone.AddInitScriptAsync(KeepsNothing);
        var page = await phone.NewPageAsync();
        await page.GotoAsync(Steps.Rules);
        await page.SignInAsync(host, farmer.Phone);
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "竞赛" }).ClickAsync();
        await page.Link("吉林省农民科学素质网络竞赛").ClickAsync();
        await page.Link("开始答题").ClickAsync();
        await page.Options().First.CheckAsync();
        await Assertions.Expect(page.GetByText("这个浏览器存不住答案")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText(Steps.Kept)).ToHaveCountAsync(0);
        await page.HasNoViolationsAsync();
        await phone.SetOfflineAsync(true);
        await page.HandInAnywayAsync();
        await Assertions.Expect(page.GetByText("收到回执以前请不要关闭页面")).ToBeVisibleAsync();
        await phone.SetOfflineAsync(false);
        await Assertions.Expect(page.Receipt()).ToBeVisibleAsync();
        Assert.Equal((1, 1, 1), await farmer.StoredAsync(host));
    }

    [Fact]
    public async Task Cleared_before_handing_in_while_sending_and_afterwards_nothing_handed_in_is_lost()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var page = await phone.NewPageAsync();
        await page.SitAsync(answers: 2);
        await page.WipeAsync();
        await page.Button("下一题").ClickAsync();
        await page.Options().First.CheckAsync();
        await phone.SetOfflineAsync(true);
        await page.HandInAnywayAsync();
        await Assertions.Expect(page.GetByText(Steps.NoReceipt)).ToBeVisibleAsync();
        await page.WipeAsync();
        await phone.SetOfflineAsync(false);
        await Assertions.Expect(page.Receipt()).ToBeVisibleAsync();
        Assert.Equal((1, 3, 1), await farmer.StoredAsync(host));

        await page.WipeAsync();
        await page.ReloadAsync();
        await page.SignInHereAsync(host, farmer.Phone);
        await Assertions.Expect(page.Receipt()).ToBeVisibleAsync();
    }

    [Fact]
    public async Task After_a_reload_the_attempt_goes_on_where_it_was()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var page = await phone.NewPageAsync();
        await page.SitAsync(answers: 3);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("第 4 题，共 8 题")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "，已答" })).ToHaveCountAsync(3);

        // And with all forgotten, with the same paper and no answers.
        await page.WipeAsync();
        await page.EvaluateAsync(
            "([token, person]) => { localStorage['estation.token'] = token; localStorage['estation.person'] = person; }",
            new[] { farmer.Token, farmer.Id }
        );
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("第 1 题，共 8 题")).ToBeVisibleAsync();
        await page.Options().First.CheckAsync();
        await page.HandInAnywayAsync();
        await Assertions.Expect(page.Receipt()).ToBeVisibleAsync();
        Assert.Equal((1, 1, 1), await farmer.StoredAsync(host));
    }
}
