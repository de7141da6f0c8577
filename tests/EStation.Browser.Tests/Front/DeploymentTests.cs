using EStation.Browsing;
using EStation.Contests;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Front;

/// <summary>A page that was opened before a deployment, and parts that do not come or do not work.</summary>
public class DeploymentTests(TestStorage storage, Browser browser)
{
    private const string PhoneField = "手机号";

    [Theory]
    [InlineData(ServiceWorkerPolicy.Allow)]
    [InlineData(ServiceWorkerPolicy.Block)]
    public async Task A_page_whose_parts_are_gone_loads_itself_again(ServiceWorkerPolicy workers)
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var site = await Frontage.OpenAsync(host.Http.BaseAddress!);
        await site.HasBeforeAsync("people");
        await using var phone = await browser.PhoneAsync(site.Address, change: phone => phone.ServiceWorkers = workers);
        var page = await phone.NewPageAsync();
        await page.GotoAsync(Steps.List);
        await Assertions.Expect(page.Link("吉林省农民科学素质网络竞赛")).ToBeVisibleAsync();
        if (workers == ServiceWorkerPolicy.Allow)
            await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => 0)");
        await page.EvaluateAsync("() => { window.isOld = true; }");

        site.Deploy();
        await page.Link("登录").ClickAsync();
        await Assertions.Expect(page.GetByLabel(PhoneField)).ToBeVisibleAsync();
        Assert.False(await page.EvaluateAsync<bool>("() => !!window.isOld"));
        Assert.Contains("sign-in", page.Url + "sign-in", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_keeps_naming_a_part_that_is_gone_is_an_error_with_a_button()
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var site = await Frontage.OpenAsync(host.Http.BaseAddress!);
        await using var phone = await browser.PhoneAsync(
            site.Address,
            change: phone => phone.ServiceWorkers = ServiceWorkerPolicy.Block // their requests are not this test's to answer
        );
        var page = await phone.NewPageAsync();
        var asked = 0;
        await page.RouteAsync(
            "**/people.*.js",
            async route =>
            {
                Interlocked.Increment(ref asked);
                await route.FulfillAsync(new() { Status = 404 });
            }
        );
        await page.GotoAsync("/#/me");
        await page.SeesAsync("出了问题，请再试一次。");
        await Assertions.Expect(page.Button("再试一次")).ToBeVisibleAsync();
        Assert.InRange(asked, 3, 4); // the part, whether it is gone, and once more after the page was loaded again
        await page.UnrouteAsync("**/people.*.js");
        await page.Button("再试一次").ClickAsync();
        await Assertions.Expect(page.GetByLabel(PhoneField)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_somebody_has_typed_is_not_thrown_away()
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var site = await Frontage.OpenAsync(host.Http.BaseAddress!);
        await using var phone = await browser.PhoneAsync(
            site.Address,
            change: phone => phone.ServiceWorkers = ServiceWorkerPolicy.Block // their requests are not this test's to answer
        );
        var page = await phone.OpenAsync("certificate");
        await page.GetByLabel("证书编号").FillAsync("JL-2026");
        await page.RouteAsync("**/practice.*.js", route => route.FulfillAsync(new() { Status = 404 }));
        // A page within the page: what was typed stays where it is.
        await page.EvaluateAsync(
            "() => { const kept = document.querySelector('#number'); document.body.append(kept); location.hash = '#/practice/x'; }"
        );
        await page.SeesAsync("出了问题，请再试一次。");
        Assert.Equal("JL-2026", await page.Locator("#number").InputValueAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_attempt_under_way_is_left_only_if_the_phone_keeps_it(bool keeps)
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(
            host.Http.BaseAddress!,
            owner: farmer,
            change: phone => phone.ServiceWorkers = ServiceWorkerPolicy.Block
        );
        if (!keeps)
            await phone.AddInitScriptAsync("Object.defineProperty(window, 'indexedDB', { get() { throw new Error('switched off'); } })");
        var page = await phone.NewPageAsync();
        await page.RouteAsync("**/people.*.js", route => route.FulfillAsync(new() { Status = 404 }));
        await page.GotoAsync(Steps.Attempt);
        await page.Options().First.CheckAsync();
        await page.SeesAsync(keeps ? Steps.Kept : "这个浏览器存不住答案");
        await page.EvaluateAsync(
            """
            () => {
              window.isOld = true;
              localStorage.removeItem("estation.token");
              dispatchEvent(new StorageEvent("storage", { key: "estation.token", newValue: null }));
            }
            """
        );
        await page.SeesAsync("没交完的答卷还在这部手机上");
        await page.SeesAsync("出了问题，请再试一次。");
        Assert.Equal(!keeps, await page.EvaluateAsync<bool>("() => !!window.isOld"));
    }

    [Theory]
    [InlineData("throw new Error('an old browser lacks something')")]
    [InlineData("this is no script")]
    [InlineData("")]
    public async Task A_part_that_comes_and_fails_is_an_error_with_a_button(string broken)
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var site = await Frontage.OpenAsync(host.Http.BaseAddress!);
        site.Instead = ("/people.", broken);
        await using var phone = await browser.PhoneAsync(site.Address, "ko");
        var page = await phone.OpenAsync("me");
        await page.SeesAsync("문제가 생겼습니다. 다시 시도하세요.");
        site.Instead = null;
        await page.Button("다시 시도").ClickAsync();
        await Assertions.Expect(page.GetByLabel("휴대전화 번호")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("class { #x; static { } }; let a = ?;")]
    [InlineData("throw new Error('nothing of this is known')")]
    public async Task A_browser_that_cannot_run_the_page_gets_a_sentence(string script)
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!);
        var page = await phone.NewPageAsync();
        await page.RouteAsync(
            "**/",
            async route =>
            {
                var text = await (await route.FetchAsync()).TextAsync();
                var at = text.LastIndexOf("<script>", StringComparison.Ordinal) + "<script>".Length;
                await route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = text[..at] + script + "</script>" });
            }
        );
        await page.GotoAsync("/");
        await page.SeesAsync("这个浏览器太旧");
        await page.SeesAsync("브라우저가 너무 오래되였습니다");
    }

    [Fact]
    public async Task A_browser_that_is_new_enough_does_not()
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!);
        var page = await phone.NewPageAsync();
        await page.GotoAsync("/");
        await Assertions.Expect(page.Link("吉林省农民科学素质网络竞赛")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("这个浏览器太旧")).ToBeHiddenAsync();
    }
}
