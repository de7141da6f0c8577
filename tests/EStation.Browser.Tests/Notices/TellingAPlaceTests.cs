using EStation.Browsing;
using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;

namespace EStation.Notices;

/// <summary>From the editor of an official to the inbox of a farmer and the board of the village.</summary>
public class TellingAPlaceTests(TestStorage storage, Browser browser)
{
    private const int Neighbours = 11;

    [Theory]
    [InlineData("zh", "标题（中文）", "内容（中文）", "加上这个地方", "能发给多少人", "大约能发给 10 人以上。", "发送", "已发送。")]
    [InlineData(
        "ko",
        "제목 (중국어)",
        "내용 (중국어)",
        "이 지역 추가",
        "몇 명에게 가는지 보기",
        "약 10명 이상에게 갑니다.",
        "보내기",
        "보냈습니다."
    )]
    public async Task A_notice_is_written_previewed_sent_read_and_printed(
        string language,
        string heading,
        string text,
        string add,
        string preview,
        string reaches,
        string send,
        string sent
    )
    {
        await using var host = await Office.OpenAsync(storage);
        var (official, farmer) = await SettleAsync(host);
        await using var desk = await browser.DeskAsync(host.Http.BaseAddress!, language, official);
        var page = await desk.OpenAsync("notices/new");
        await page.EnterAsync(heading, "停水通知");
        await page.EnterAsync(text, "明天停水一天，请提前存水。");
        await page.PushAsync(add);
        await page.HasNoViolationsAsync();
        await page.PushAsync(preview);
        await page.SeesAsync(reaches);
        await page.PushAsync(send);
        await page.SeesAsync(sent);
        await page.HasNoViolationsAsync();

        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, language, farmer);
        var inbox = await phone.OpenAsync("me");
        await inbox.GetByRole(AriaRole.Main).Locator("a[href='#/inbox']").ClickAsync();
        await inbox.SeesAsync("明天停水一天，请提前存水。");
        await inbox.HasNoViolationsAsync();

        await page.GotoAsync("/#/notices");
        await page.Locator("a[href^='#/poster/notice/']").ClickAsync();
        await page.SeesAsync("明天停水一天，请提前存水。");
        await Assertions.Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_is_lost()
    {
        await using var host = await Office.OpenAsync(storage);
        var (official, _) = await SettleAsync(host);
        await using var desk = await browser.PhoneAsync(host.Http.BaseAddress!, "zh", official);
        var page = await desk.OpenAsync("notices/new");
        await page.EnterAsync("标题（中文）", "停水通知");
        await page.EnterAsync("内容（中文）", "明天停水。");
        await page.PushAsync("加上这个地方");
        await page.EnterAsync("从什么时候起", "2030-01-02T08:00");
        await page.EnterAsync("到什么时候止", "2030-01-01T08:00");
        await page.PushAsync("发送");
        await Assertions.Expect(page.GetByLabel("到什么时候止", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.GetByLabel("标题（中文）", new() { Exact = true })).ToHaveValueAsync("停水通知");
        await page.HasNoViolationsAsync();
    }

    private static async Task<(Farmer Official, Farmer Reader)> SettleAsync(TestHost host)
    {
        var official = await Office.WithRoleAsync(host);
        var farmer = await Farmer.SignUpAsync(host, Office.Village);
        for (var at = 0; at < Neighbours; at++)
            await Farmer.SignUpAsync(host, Office.Village);
        await host.RollUpAsync(); // how many a notice reaches is counted
        return (official, farmer);
    }
}
