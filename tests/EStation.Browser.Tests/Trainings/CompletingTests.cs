using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Trainings;

/// <summary>What is left of a training: what one says of it, and a certificate.</summary>
public class CompletingTests(TestStorage storage, Browser browser)
{
    [Theory]
    [InlineData("zh", "很满意", "提交", "收到了，谢谢", "证书有效", "证书已撤销", "没有这个编号的证书", "查验证书", "证书编号")]
    [InlineData(
        "ko",
        "매우 만족",
        "보내기",
        "잘 받았습니다",
        "유효한 증서입니다",
        "취소된 증서입니다",
        "이 번호의 증서가 없습니다",
        "증서 확인",
        "증서 번호"
    )]
    public async Task Who_attended_says_how_it_was_and_has_a_certificate_that_anybody_can_check(
        string language,
        string best,
        string send,
        string thanks,
        string valid,
        string revoked,
        string unknown,
        string check,
        string label
    )
    {
        await using var host = await Class.HostAsync(storage);
        var held = await Class.AnnounceAsync(host);
        var (farmer, ticket) = await held.TicketAsync();
        await held.MarkAsync(1, ticket);
        host.Time.Advance(TimeSpan.FromDays(4));
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, language, farmer);
        var page = await phone.NewPageAsync();
        await page.Clock.InstallAsync(new() { TimeDate = host.Time.GetUtcNow().UtcDateTime });
        await page.GotoAsync($"/#/trainings/{held.Id}");
        await page.GetByLabel(best, new() { Exact = true }).CheckAsync();
        await page.Button(send).ClickAsync();
        await page.SeesAsync(thanks);
        await page.HasNoViolationsAsync();

        var number = (string)(await held.CompleteAsync(new { minHours = 1 }))["items"]![0]!["certificate"]!;
        await page.GotoAsync("/#/my-trainings");
        await page.HasNoViolationsAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await page.SeesAsync(valid);
        await SeesDrawingAsync(page);
        await page.HasNoViolationsAsync();

        // A stranger checks it, and sees no full name; then it is revoked.
        await using var strangers = await browser.PhoneAsync(host.Http.BaseAddress!, language);
        var strange = await strangers.OpenAsync($"certificate/{number}");
        await strange.SeesAsync(valid);
        await strange.SeesAsync("王**");
        await SeesDrawingAsync(strange);
        (await held.Official.DeleteAsync($"api/certificates/{number}", new { reason = "冒名" })).EnsureSuccessStatusCode();
        await using var others = await browser.PhoneAsync(host.Http.BaseAddress!, language);
        var again = await others.OpenAsync($"certificate/{number}");
        await again.SeesAsync(revoked);
        await again.HasNoViolationsAsync();
        await again.GotoAsync("/#/trainings");
        await again.Link(check).ClickAsync();
        await again.HasNoViolationsAsync();
        await again.GetByLabel(label).FillAsync("220102-nothing");
        await again.Button(check).ClickAsync();
        await again.SeesAsync(unknown);
        await again.HasNoViolationsAsync();
    }

    private static async Task SeesDrawingAsync(IPage page)
    {
        var drawing = page.GetByRole(AriaRole.Img);
        await Assertions.Expect(drawing).ToBeVisibleAsync();
        Assert.True(await drawing.EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)"));
    }
}
