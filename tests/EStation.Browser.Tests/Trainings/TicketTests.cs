using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Trainings;

/// <summary>At the door there may be no network.</summary>
public class TicketTests(TestStorage storage, Browser browser)
{
    [Theory]
    [InlineData("zh", "已存在这部手机上", "现在连不上网", "王** 的入场二维码", "入场码")]
    [InlineData("ko", "이 휴대전화에 저장되어", "지금은 네트워크가 없습니다", "王**의 입장 QR 코드", "입장권")]
    public async Task A_ticket_that_was_seen_once_opens_offline_after_the_browser_was_closed(
        string language,
        string kept,
        string offline,
        string code,
        string title
    )
    {
        await using var host = await Class.HostAsync(storage);
        var held = await Class.AnnounceAsync(host);
        var (farmer, ticket) = await held.TicketAsync();
        var profile = Directory.CreateTempSubdirectory("estation-phone").FullName;
        try
        {
            string before;
            await using (var phone = await browser.PhoneOfItsOwnAsync(host.Http.BaseAddress!, profile, language))
            {
                var page = phone.Pages[0];
                await page.GotoAsync("/");
                await page.SignInAsync(host, farmer.Phone);
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
                await page.GotoAsync($"/#/ticket/{held.Id}");
                await page.SeesAsync(kept);
                before = await CodeOnAsync(page);
                Assert.Equal(ticket, await page.ReadCodeAsync(page.GetByAltText(code)));
            }

            await using (var phone = await browser.PhoneOfItsOwnAsync(host.Http.BaseAddress!, profile, language))
            {
                await phone.SetOfflineAsync(true);
                var page = phone.Pages[0];
                await page.GotoAsync($"/#/ticket/{held.Id}");
                Assert.Equal(before, await CodeOnAsync(page));
                await page.SeesAsync(offline);
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true })).ToBeVisibleAsync();
                await page.HasNoViolationsAsync();
                await page.GotoAsync("/#/my-trainings");
                await Assertions.Expect(page.Locator($"a[href='#/ticket/{held.Id}']")).ToBeVisibleAsync();
            }
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }

        Assert.Equal(1, (int)(await held.MarkAsync(1, ticket))["present"]!);

        async Task<string> CodeOnAsync(IPage page) => (await page.GetByAltText(code).GetAttributeAsync("src"))!;
    }

    [Fact]
    public async Task What_the_phone_keeps_is_shown_to_nobody_else()
    {
        await using var host = await Class.HostAsync(storage);
        var held = await Class.AnnounceAsync(host);
        var (farmer, _) = await held.TicketAsync();
        var other = await Farmer.SignUpAsync(host, name: "赵小花");
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var page = await phone.OpenAsync($"ticket/{held.Id}");
        await Assertions.Expect(page.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await page.GotoAsync("/#/me");
        await page.Button("退出登录").ClickAsync();
        await page.SignInAsync(host, other.Phone);
        await page.GotoAsync("/#/me");
        await Assertions.Expect(page.GetByLabel("姓名")).ToHaveValueAsync("赵小花");
        await page.GotoAsync($"/#/ticket/{held.Id}");
        await page.SeesAsync("这部手机上没有这次培训的入场码。");
        await Assertions.Expect(page.GetByRole(AriaRole.Img)).ToHaveCountAsync(0);
        await page.HasNoViolationsAsync();
    }
}
