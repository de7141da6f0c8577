using System.Globalization;
using EStation.Browsing;
using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;

namespace EStation.Contests;

/// <summary>
/// An administrator's way: who may work here, a contest from its draft to its figures, and what the audit says of it all.
/// </summary>
public class AdministeringTests(TestStorage storage, Browser browser)
{
    [Fact]
    public async Task A_contest_is_drafted_refused_mended_published_and_its_questions_are_judged()
    {
        await using var host = await Office.OpenAsync(storage);
        await using var desk = await browser.DeskAsync(host.Http.BaseAddress!, owner: await Office.AdministratorAsync(host));
        var page = await desk.OpenAsync("drafts");
        await page.FollowAsync("新的竞赛");
        await page.EnterAsync("竞赛名称（中文）", "秋收安全竞赛");
        await page.EnterAsync("竞赛名称（朝鲜语，可不填）", "가을 안전 경연");
        await FillTimeAsync(page, "开始时间", host.Time.GetUtcNow().AddHours(-2));
        await FillTimeAsync(page, "结束时间", host.Time.GetUtcNow().AddHours(-3));
        await page.GetByLabel("题库", new() { Exact = true }).SelectOptionAsync(Farmer.Contest);
        await page.EnterAsync("应急避险", "2");
        await page.SeesAsync("2道题已指定类别，其余 6 道随机抽取。");
        await page.HasNoViolationsAsync();
        await page.PushAsync("保存草稿");
        await page.SeesAsync("要晚于开始时间");
        await Assertions.Expect(page.GetByLabel("结束时间")).ToHaveAttributeAsync("aria-invalid", "true");
        await FillTimeAsync(page, "结束时间", host.Time.GetUtcNow().AddDays(3));
        await page.PushAsync("保存草稿");
        await page.SeesAsync("草稿已保存。");

        await page.FollowAsync("返回");
        await page.FollowAsync("修改 秋收安全竞赛");
        await Assertions.Expect(page.GetByLabel("应急避险")).ToHaveValueAsync("2");
        await page.PushAsync("添加 奖品");
        await page.EnterAsync("奖品 1（中文）", "雨伞");
        await page.PushAsync("保存草稿");
        await page.SeesAsync("草稿已保存。");
        await page.PushAsync("发布竞赛");
        await page.PushAsync("确定");
        await page.SeesAsync("“秋收安全竞赛”已发布。");
        var contest = (await Farmer.JsonOf(await host.Http.GetAsync("api/contests?state=open&lang=*")))["items"]!
            .AsArray()
            .Single(one => (string)one!["title"]!["ko"]! == "가을 안전 경연")!;
        Assert.Equal("雨伞", (string)contest["prizes"]![0]!["name"]!["zh"]!);

        for (var farmer = 0; farmer < 3; farmer++)
        {
            var person = await Farmer.SignUpAsync(host, Office.Village);
            var paper = await person.StartAsync((string)contest["id"]!);
            await Farmer.JsonOf(await person.SubmitAsync(paper, Farmer.Guess(paper, farmer), (string)contest["id"]!));
        }

        await host.RollUpAsync();
        await page.FollowAsync("返回");
        await page.FollowAsync("竞赛统计 秋收安全竞赛");
        await page.SeesAsync("答对题数的分布");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "答对题数的分布" })).ToBeVisibleAsync();
        await page.GetByText("以表格查看").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "8", Exact = true })).ToBeVisibleAsync();
        await page.PushAsync("显示题目内容");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "显示题目内容" })).ToHaveCountAsync(0);
        await page.HasNoViolationsAsync();
    }

    [Fact]
    public async Task Roles_are_given_and_taken_and_all_of_it_is_in_the_audit()
    {
        await using var host = await Office.OpenAsync(storage);
        var administrator = await Office.AdministratorAsync(host);
        await using var desk = await browser.DeskAsync(host.Http.BaseAddress!, owner: administrator);
        var page = await desk.OpenAsync("grants");
        await page.GetByLabel("下级地区").SelectOptionAsync("2224");
        await page.EnterAsync("手机号", "123");
        await page.GetByLabel("权限").SelectOptionAsync("reviewer");
        await page.PushAsync("授予权限");
        await page.SeesAsync("请填写11位手机号");
        await page.EnterAsync("手机号", "13612345678");
        await page.PushAsync("授予权限");
        await page.SeesAsync("已授予 136****5678：审核员。");
        await page.HasNoViolationsAsync();
        await page.PushAsync("收回");
        await page.PushAsync("确定");
        await page.SeesAsync("已收回 136****5678 的权限。");
        await page.SeesAsync("还没有授权");

        await Farmer.RefusalOf(
            await (await Farmer.SignUpAsync(host, "222401001001", "金小花")).GetAsync("api/grants?region=2224"),
            System.Net.HttpStatusCode.Forbidden
        );
        await page.GotoAsync("/#/audit");
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "收回权限" })).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();
        await page.PushAsync("被拒绝的");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "金**" })).ToContainTextAsync("✗ 拒绝");
        await Assertions.Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, "ko", administrator);
        var small = await phone.OpenAsync("audit");
        await Assertions.Expect(small.GetByRole(AriaRole.Cell, new() { Name = "권한 주기" })).ToBeVisibleAsync();
        await small.HasNoViolationsAsync();
        await small.GotoAsync("/#/grants");
        await small.SeesAsync("이 지역에는 권한을 가진 사람이 없습니다.");
        await small.HasNoViolationsAsync();
        await small.GotoAsync("/#/drafts");
        await small.SeesAsync("이 지역에는 초안이 없습니다.");
        await small.HasNoViolationsAsync();
    }

    [Fact]
    public async Task Who_has_no_role_is_told_which_one_it_takes()
    {
        await using var host = await Office.OpenAsync(storage);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: await Farmer.SignUpAsync(host));
        foreach (var (route, role) in new[] { ("grants", "管理员"), ("stations", "审核员"), ("reviews", "审核员、评委") })
            await (await phone.OpenAsync(route)).SeesAsync($"此页面需要“{role}”权限");
    }

    private static Task FillTimeAsync(IPage page, string label, DateTimeOffset time) =>
        page.EnterAsync(label, time.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
}
