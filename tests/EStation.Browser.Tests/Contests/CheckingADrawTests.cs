using EStation.Browsing;
using EStation.Contests.Results;
using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;

namespace EStation.Contests;

/// <summary>The end of a contest on the screens: freeze, draw, objection, claim and handing out, and anybody's own computation.</summary>
public class CheckingADrawTests(TestStorage storage, Browser browser)
{
    [Fact]
    public async Task The_page_recomputes_the_draw_and_notices_a_changed_list()
    {
        await using var ending = await Ending.BeginAsync(storage);
        var people = await ending.TakePartAsync(6);
        await ending.DrawAsync();
        await using var phone = await browser.PhoneAsync(ending.Host.Http.BaseAddress!);
        var page = await phone.OpenAsync($"results/{ending.Id}");
        await page.SeesAsync("获奖名单");
        await page.HasNoViolationsAsync();
        await page.FollowAsync("自己验算抽奖");
        await page.SeesAsync("名单没有改动过");
        await page.SeesAsync("算出的中签者和公布的一致（2 个）");
        await page.SeesAsync("结论：抽奖结果属实。");
        await page.HasNoViolationsAsync();
        await page.EnterAsync("用答题凭证找我的签", people[0].Receipt);
        await page.SeesAsync("您的签是");
        await page.EnterAsync("用答题凭证找我的签", "0000000000000000");
        await page.SeesAsync("名单里没有这个凭证的签");

        var list = await ending.Host.Http.GetStringAsync($"{ending.Path}/lots");
        var changed = Path.GetTempFileName();
        await File.WriteAllTextAsync(changed, list[17..]);
        await page.ChooseAsync("用我以前下载的名单验算", changed);
        await page.SeesAsync("名单与公布的校验值不符！");
        await page.SeesAsync("结论：抽奖结果对不上，请向主办方提出异议。");
        await File.WriteAllTextAsync(changed, list);
        await page.ChooseAsync("用我以前下载的名单验算", changed);
        await page.SeesAsync("结论：抽奖结果属实。");
        File.Delete(changed);
        await using var korean = await browser.PhoneAsync(ending.Host.Http.BaseAddress!, "ko");
        var other = await korean.OpenAsync($"draw/{ending.Id}");
        await other.SeesAsync("결론: 추첨 결과는 사실입니다.");
        await other.HasNoViolationsAsync();
    }

    [Fact]
    public async Task An_administrator_freezes_and_enters_the_value_on_the_screen()
    {
        await using var ending = await Ending.BeginAsync(storage);
        await ending.TakePartAsync(4);
        await ending.CloseAsync();
        await using var desk = await browser.DeskAsync(ending.Host.Http.BaseAddress!, owner: ending.First);
        var page = await desk.OpenAsync($"endings/{ending.Id}");
        await page.EnterAsync("期号", "2026137");
        await page.GetByLabel("开奖时间").FillAsync(ending.DrawnAt.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-ddTHH:mm", null));
        await page.HasNoViolationsAsync();
        await page.PushAsync("确认固定");
        await page.PushAsync("确定");
        await page.SeesAsync("成绩已固定");
        ending.Host.Time.Advance(TimeSpan.FromDays(2));
        await page.GotoAsync($"/#/endings/{ending.Id}");
        await page.EnterAsync("开奖号码", Ending.Value);
        await page.PushAsync("录入");
        await page.SeesAsync("已录入，等待另一位管理员。");
        await page.HasNoViolationsAsync();
        (await ending.EnterAsync(ending.Second)).EnsureSuccessStatusCode();
        Assert.Equal("drawn", (string)(await ending.ResultsAsync())["state"]!);
    }

    [Fact]
    public async Task A_winner_objects_claims_and_is_handed_the_prize()
    {
        await using var ending = await Ending.BeginAsync(storage);
        var people = await ending.TakePartAsync(2);
        await ending.DrawAsync();
        await ending.TickAsync();
        await using var phone = await browser.PhoneAsync(ending.Host.Http.BaseAddress!, owner: people[0].Farmer);
        var page = await phone.OpenAsync($"results/{ending.Id}");
        await page.SeesAsync("我的签");
        await page.EnterAsync("哪里不对？", "名次不对");
        await page.PushAsync("提交");
        await page.SeesAsync("等待答复");
        await using var desk = await browser.DeskAsync(ending.Host.Http.BaseAddress!, owner: ending.First);
        var office = await desk.OpenAsync($"endings/{ending.Id}");
        await office.EnterAsync("答复", "已复核");
        await office.PushAsync("提交答复");
        await office.SeesAsync("答复: 已复核");
        ending.Host.Time.Advance(TimeSpan.FromDays(4));
        await ending.TickAsync();

        await page.GotoAsync("/#/my-prizes");
        await page.HasNoViolationsAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "邮寄", Exact = true }).First.ClickAsync();
        await page.GetByLabel("真实姓名").First.FillAsync("欧阳晓明");
        await page.GetByLabel("邮寄地址").First.FillAsync("幸福路八号");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记领取", Exact = true }).First.ClickAsync();
        await page.SeesAsync("已登记。");
        await office.GotoAsync("/#/prizes");
        await office.SeesAsync("幸福路八号");
        await office.HasNoViolationsAsync();
        await office.PushAsync("确认发放");
        await office.PushAsync("确定");
        await office.SeesAsync("已发放");
    }
}
