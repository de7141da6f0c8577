using System.Net.Http.Json;
using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.People;

/// <summary>Where many ask for codes, the phone proves work; the page says so and stays usable.</summary>
public class ProvingTests(TestStorage storage, Browser browser)
{
    [Theory]
    [InlineData("zh", "手机号", "获取验证码", "手机正在做一次验证", "验证码已发送")]
    [InlineData("ko", "휴대전화 번호", "인증번호 받기", "휴대전화가 확인을 하고 있습니다", "인증번호를 보냈습니다")]
    public async Task A_code_comes_after_the_proof(string language, string label, string ask, string proving, string sent)
    {
        await using var host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?> { ["SignIn:PerAddressPerMinute"] = "1", ["SignIn:PerPhonePerHour"] = "5" }
        );
        (await host.Http.PostAsJsonAsync("api/sign-in/codes", new { phone = Farmer.NewPhone() })).EnsureSuccessStatusCode();
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, language);
        var page = await phone.OpenAsync("sign-in");
        await page.EvaluateAsync(
            "said => { window.saw = false; new MutationObserver(() => { if (document.body.innerText.includes(said)) window.saw = true; }).observe(document.body, { childList: true, subtree: true }); }",
            proving
        );
        await page.GetByLabel(label).FillAsync(Farmer.NewPhone());
        await page.Button(ask).ClickAsync();
        await Assertions.Expect(page.GetByText(sent)).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.saw"));
        await page.HasNoViolationsAsync();
    }
}
