using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Showcase;

/// <summary>A farmer watches what others have filmed.</summary>
public class WatchingTests(TestStorage storage, Browser browser)
{
    [Theory]
    [InlineData("zh", "播放 1")]
    [InlineData("ko", "재생 1")]
    public async Task A_film_plays_goes_on_where_one_wants_and_its_view_counts_once(string language, string views)
    {
        await using var host = await Stage.StartAsync(storage);
        var id = await Stage.PublishAsync(host, await Stage.ReviewerAsync(host));
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, language, farmer);
        var page = await phone.OpenAsync("videos");
        await Assertions.Expect(page.Link("水稻育秧")).ToBeVisibleAsync();
        var poster = page.Locator(".films img");
        Assert.True(await poster.EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)"));
        await page.HasNoViolationsAsync();

        var ranges = new ConcurrentQueue<(string? Range, int Status)>();
        page.Response += (_, response) =>
        {
            if (response.Url.Contains("/media/", StringComparison.Ordinal) && response.Url.Contains("/video?", StringComparison.Ordinal))
                ranges.Enqueue((response.Request.Headers.GetValueOrDefault("range"), response.Status));
        };
        await page.Link("水稻育秧").ClickAsync();
        var film = page.Locator("video");
        await Assertions.Expect(film).ToHaveJSPropertyAsync("playsInline", true);
        await Assertions.Expect(film).ToHaveAttributeAsync("x5-playsinline", "true");
        var counted = page.WaitForResponseAsync(response =>
            response.Url.Contains("/views", StringComparison.Ordinal) && response.Request.Method == "POST"
        );
        await film.EvaluateAsync("film => { film.muted = true; return film.play(); }");
        Assert.Equal(200, (await counted).Status);
        await PassesAsync(page, 0.2);
        await film.EvaluateAsync("film => { film.currentTime = 6; }");
        await PassesAsync(page, 6.2);
        Assert.Contains(ranges, answer => answer.Range is not null && answer.Status == 206);
        await page.HasNoViolationsAsync();

        await host.RollUpAsync();
        await using var another = await browser.PhoneAsync(host.Http.BaseAddress!, language);
        await (await another.OpenAsync($"videos/{id}")).SeesAsync(views);
    }

    [Fact]
    public async Task Likes_and_votes_are_there_again_after_a_reload_and_on_another_phone()
    {
        await using var host = await Stage.StartAsync(storage);
        var id = await Stage.PublishAsync(host, await Stage.ReviewerAsync(host));
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var page = await phone.OpenAsync($"videos/{id}");
        await page.Button("♡ 点赞").ClickAsync();
        await Assertions.Expect(page.Button("♥ 已赞")).ToBeVisibleAsync();
        await page.SeesAsync("今天还有 1 票");
        await page.Button("投一票").ClickAsync();
        await Assertions.Expect(page.Button("✓ 今天已投票")).ToBeVisibleAsync();
        await page.SeesAsync("今天的票投完了");
        await page.HasNoViolationsAsync();
        await page.ReloadAsync();
        await SeesBothAsync(page);
        await using var another = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        await SeesBothAsync(await another.OpenAsync($"videos/{id}"));

        await page.Button("♥ 已赞").ClickAsync();
        await Assertions.Expect(page.Button("♡ 点赞")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Button("♡ 点赞")).ToBeVisibleAsync();
        await host.RollUpAsync();
        var shown = await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{id}"));
        Assert.Equal((0, 1), ((int)shown["likes"]!, (int)shown["votes"]!));

        static async Task SeesBothAsync(IPage page)
        {
            await Assertions.Expect(page.Button("♥ 已赞")).ToHaveAttributeAsync("aria-pressed", "true");
            await Assertions.Expect(page.Button("✓ 今天已投票")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task A_film_whose_address_has_run_out_gets_a_fresh_one_and_goes_on()
    {
        var account = storage.NewAccount();
        await using var now = await Stage.StartAsync(storage, account);
        var id = await Stage.PublishAsync(now, await Stage.ReviewerAsync(now));

        // Addresses of a quarter of an hour ago are worth nothing to storage, whose clock is the real one.
        await using var host = await Stage.StartAsync(storage, account, DateTimeOffset.UtcNow.AddMinutes(-15));
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!);
        var page = await phone.NewPageAsync();
        await page.RouteAsync("**/api/videos/*", route => route.ContinueAsync()); // no cache: for it, no time has passed
        await page.GotoAsync($"/#/videos/{id}");
        await Assertions.Expect(page.Locator("video")).ToBeVisibleAsync();
        host.Time.Advance(TimeSpan.FromMinutes(15));
        await page.Locator("video").EvaluateAsync("film => { film.muted = true; film.play().catch(() => undefined); }");
        await PassesAsync(page, 0.2);
    }

    [Fact]
    public async Task Lists_go_by_theme_place_and_liking_and_the_campaign_shows_its_ranking()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var rice = await Stage.PublishAsync(host, reviewer, title: "水稻育秧");
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await Stage.PublishAsync(host, reviewer, "222401001001", "选好良种", theme: "推广良种夺丰收");
        var farmer = await Farmer.SignUpAsync(host);
        foreach (var reaction in new[] { "like", "vote" })
            await Farmer.JsonOf(await farmer.PutAsync($"api/videos/{rice}/{reaction}", new { }));
        await host.RollUpAsync();
        await host.RollUpAsync();
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!);
        var page = await phone.OpenAsync("videos");
        await TitlesAreAsync("选好良种", "水稻育秧");
        await page.Button("最受欢迎").ClickAsync();
        await TitlesAreAsync("水稻育秧", "选好良种");
        await page.SeesAsync("赞 1");
        await page.GetByText("筛选").ClickAsync();
        await page.GetByLabel("主题").SelectOptionAsync("推广良种夺丰收");
        await TitlesAreAsync("选好良种");
        await page.HasNoViolationsAsync();
        await page.GetByLabel("主题").SelectOptionAsync("");
        await page.GetByLabel("市（州）").SelectOptionAsync("2201");
        await TitlesAreAsync("水稻育秧");

        await page.Link("活动和名次").ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Row))
            .ToHaveTextAsync((Regex[])[new("名次"), new("1.*水稻育秧.*1$"), new("2.*选好良种.*0$")]);
        await page.HasNoViolationsAsync();

        Task TitlesAreAsync(params string[] titles) =>
            Assertions.Expect(page.Locator(".films").GetByRole(AriaRole.Heading)).ToHaveTextAsync(titles);
    }

    [Fact]
    public async Task Something_wrong_with_a_film_reaches_the_reviewers()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var id = await Stage.PublishAsync(host, reviewer);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: await Farmer.SignUpAsync(host));
        var page = await phone.OpenAsync($"videos/{id}");
        await page.GetByText("举报").ClickAsync();
        await page.GetByLabel("有什么问题？").SelectOptionAsync("unscientific");
        await page.GetByLabel("请说明（可不填）").FillAsync("农药用量不对");
        await page.HasNoViolationsAsync();
        await page.Button("提交").ClickAsync();
        await page.SeesAsync("收到了，审核员会看，结果会告诉您。");
        Assert.Contains(
            "农药用量不对",
            (await Farmer.JsonOf(await reviewer.GetAsync($"api/videos/{id}/reports"))).ToJsonString(
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            ),
            StringComparison.Ordinal
        );
    }

    /// <summary>It plays on, beyond a moment in s.</summary>
    private static Task<IJSHandle> PassesAsync(IPage page, double seconds) =>
        page.WaitForFunctionAsync(
            "seconds => { const film = document.querySelector('video'); return !film.seeking && film.currentTime > seconds; }",
            seconds
        );
}
