using System.Text.RegularExpressions;
using EStation.Browsing;
using EStation.Contests;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Front;

/// <summary>How far it is to what people come for, counted in taps; filling in a field is one.</summary>
public class WayThroughTests(TestStorage storage, Browser browser)
{
    [Fact]
    public async Task Somebody_new_has_the_first_question_after_nine_taps()
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!);
        var page = await phone.NewPageAsync();
        var taps = 0;
        await page.GotoAsync("/");
        await TapAsync(page.Link("开始答题"));
        var number = Farmer.NewPhone();
        await TapAsync(page.GetByLabel("手机号"));
        await page.Keyboard.TypeAsync(number);
        await TapAsync(page.Button("获取验证码"));
        await Assertions.Expect(page.GetByLabel("验证码")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(SigningIn.CodeSentTo(host, number));
        await TapAsync(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }));
        await TapAsync(page.GetByLabel("姓名"));
        await page.Keyboard.TypeAsync("金顺姬");
        await TapAsync(page.GetByLabel("查找村、乡镇或县"));
        await page.Keyboard.TypeAsync("huayang");
        await TapAsync(page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^华阳社区") }));
        await TapAsync(page.GetByLabel("我看过了，同意隐私说明和使用约定"));
        await TapAsync(page.Button("保存，继续"));
        await page.SeesAsync("第 1 题，共 8 题");
        Assert.True(taps <= 9, $"{taps} taps");

        async Task TapAsync(ILocator there)
        {
            await there.ClickAsync();
            taps++;
        }
    }

    [Fact]
    public async Task Fields_that_lack_something_say_so_where_they_are_and_the_first_has_the_focus()
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, "ko");
        var page = await phone.OpenAsync("sign-in");
        await page.GetByLabel("휴대전화 번호").FillAsync("138");
        await page.Button("인증번호 받기").ClickAsync();
        await page.SeesAsync("11자리 휴대전화 번호를 쓰세요.");
        await page.SignInHereAsync(host, Farmer.NewPhone());
        await page.Button("저장하고 계속").ClickAsync();
        foreach (var flaw in new[] { "이름을 쓰세요.", "소속 마을을 고르세요.", "읽어 보시고 동의하시면 표시하세요." })
            await page.SeesAsync(flaw);
        await Assertions.Expect(page.GetByLabel("이름")).ToBeFocusedAsync();
        await page.HasNoViolationsAsync();
    }

    [Fact]
    public async Task Signing_in_leads_back_to_where_one_was()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!);
        var page = await phone.OpenAsync($"contest/{Farmer.Contest}");
        await page.SeesAsync("怎么比");
        await page.SignInAsync(host, farmer.Phone);
        await page.SeesAsync("怎么比");
        Assert.EndsWith($"#/contest/{Farmer.Contest}", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_called_by_its_heading_which_has_the_focus_and_an_unknown_one_leads_home()
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!);
        var page = await phone.OpenAsync("trainings");
        await Assertions.Expect(page).ToHaveTitleAsync("培训和活动 - 科普中国乡村e站");
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "竞赛", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "竞赛", Exact = true })).ToBeFocusedAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "竞赛", Exact = true }))
            .ToHaveAttributeAsync("aria-current", "page");
        await page.GotoAsync("/#/nowhere/at/all");
        await page.SeesAsync("没有这个页面");
        await page.Link("回首页").ClickAsync();
        await Assertions.Expect(page.Link("吉林省农民科学素质网络竞赛")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_cannot_be_done_today_is_said_before_a_tap()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var paper = await farmer.StartAsync();
        (await farmer.SubmitAsync(paper, Farmer.Guess(paper))).EnsureSuccessStatusCode();
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var page = await phone.NewPageAsync();
        foreach (var where in new[] { "/", Steps.Rules })
        {
            await page.GotoAsync(where);
            await page.SeesAsync("今天已答完，明天再来");
            await Assertions.Expect(page.Link("开始答题")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task Somebody_who_has_not_agreed_yet_is_asked_and_then_no_more()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host); // before there was anything to agree to
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!);
        var page = await phone.NewPageAsync();
        await page.GotoAsync("/");
        await page.SignInAsync(host, farmer.Phone);
        await page.GetByRole(AriaRole.Main).GetByText("请看一看新的隐私说明").ClickAsync();
        await page.GetByLabel("我看过了，同意隐私说明和使用约定").CheckAsync();
        await page.Button("保存").ClickAsync();
        await page.SeesAsync("已保存。");
        var me = await Farmer.JsonOf(await farmer.GetAsync("api/me"));
        Assert.NotNull(me["consent"]);
        await page.GotoAsync("/");
        await page.SeesAsync("练习");
        await Assertions.Expect(page.GetByText("请看一看新的隐私说明")).ToHaveCountAsync(0);
    }
}
