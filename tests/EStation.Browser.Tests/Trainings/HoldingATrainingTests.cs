using System.Text.RegularExpressions;
using EStation.Browsing;
using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;

namespace EStation.Trainings;

/// <summary>An official's way through a training, from the announcement to the certificates.</summary>
public partial class HoldingATrainingTests(TestStorage storage, Browser browser)
{
    [Fact]
    public async Task From_the_announcement_over_the_roster_to_the_certificates()
    {
        await using var host = await Office.OpenAsync(storage);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: await Office.WithRoleAsync(host));
        var page = await phone.OpenAsync("work");
        await page.FollowAsync("发布培训或活动");
        await page.EnterAsync("标题", "水稻病虫害绿色防控");
        await page.EnterAsync("内容介绍", "田间课堂与实操。");
        await page.PushAsync(Office.VillageName);
        await page.PushAsync("再加一次课");
        await page.EnterAsync("名额（人）", "2");
        await page.HasNoViolationsAsync();
        await page.ReloadAsync(); // a draft survives it
        await Assertions.Expect(page.GetByLabel("标题", new() { Exact = true })).ToHaveValueAsync("水稻病虫害绿色防控");
        await page.PushAsync("发布");
        await page.SeesAsync("名额 2 · 已确认 0 · 候补 0");
        await page.HasNoViolationsAsync();

        await page.FollowAsync("代村民报名");
        await page.GetByLabel("从表格粘贴名单（每行一人：手机号和姓名）")
            .FillAsync("姓名\t手机\n1\t王小明\t138 2222 0001\n2\t朴金花\t+86 13822220002\n金哲，138-2222-0003\n没有电话的人");
        await page.SeesAsync("加入了 3 人。 这些行没有看懂，没有加入：姓名 手机 / 没有电话的人");
        await Assertions.Expect(page.GetByLabel("第 2 人姓名")).ToHaveValueAsync("朴金花");
        await page.HasNoViolationsAsync();
        await page.PushAsync("为 3 人报名");
        await page.SeesAsync("候补第 1 位");
        await page.HasNoViolationsAsync();

        await page.FollowAsync("名册");
        await page.SeesAsync("已确认（2 人）");
        await page.HasNoViolationsAsync();
        foreach (var sheet in new[] { "下载 Excel 名册", "下载 CSV 名册" })
        {
            var file = await page.RunAndWaitForDownloadAsync(() => page.PushAsync(sheet));
            Assert.True(new FileInfo(await file.PathAsync()).Length > 100);
        }

        await page.PushAsync("取消 王小明 的报名");
        await page.PushAsync("确定");
        await page.SeesAsync("已取消 王小明 的报名。");
        await Assertions.Expect(page.GetByText("候补（")).ToHaveCountAsync(0); // the next has moved up

        await page.FollowAsync("返回");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = FirstSession() }).ClickAsync();
        await page.PushAsync("朴金花 到了");
        await page.PushAsync("金哲 到了");
        await page.SeesAsync("服务器上这次课到场 2 人。");
        await page.PushAsync("更正：金哲 没到");
        await page.PushAsync("确定");
        await page.SeesAsync("已更正：金哲 没到。");
        await page.HasNoViolationsAsync();

        await page.FollowAsync("返回");
        await page.FollowAsync("结业发证");
        await page.EnterAsync("到课满多少学时", "2.5");
        await page.SeesAsync("达到的有 1 人：朴金花");
        await page.HasNoViolationsAsync();
        host.Time.Advance(TimeSpan.FromDays(21)); // nothing is completed before the last session has ended
        await page.PushAsync("确认结业并发证");
        await page.SeesAsync("已为 1 人发证。");
        await page.HasNoViolationsAsync();

        await page.FollowAsync("返回");
        await page.FollowAsync("名册");
        await page.Locator("summary").ClickAsync();
        await page.EnterAsync("撤销原因", "冒名参加");
        await page.HasNoViolationsAsync();
        await page.PushAsync("撤销 朴金花 的证书");
        await page.PushAsync("确定");
        await page.SeesAsync("已撤销 朴金花 的证书。");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = Certificate() }).ClickAsync();
        await page.SeesAsync("证书已撤销");
    }

    [Fact]
    public async Task A_training_is_changed_and_cancelled_and_what_is_wrong_is_said_in_words()
    {
        await using var host = await Office.OpenAsync(storage);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: await Office.WithRoleAsync(host));
        var page = await phone.OpenAsync("announce");
        await page.EnterAsync("标题", "果树剪枝");
        await page.PushAsync("发布");
        await page.SeesAsync("请选择举办的村。");
        await page.PushAsync(Office.VillageName);
        await page.EnterAsync("结束", "08:00");
        await page.PushAsync("发布");
        await page.SeesAsync("每次课的结束时间要晚于开始时间。");
        await page.EnterAsync("结束", "11:00");
        await page.GetByText("报名条件").ClickAsync();
        await page.GetByLabel("性别").SelectOptionAsync("2");
        await page.GetByLabel("面向哪里的村民").SelectOptionAsync(Office.Town);
        await page.HasNoViolationsAsync();
        await page.PushAsync("发布");
        await page.FollowAsync("修改信息");
        await Assertions.Expect(page.GetByLabel("面向哪里的村民")).ToHaveValueAsync(Office.Town);
        await Assertions.Expect(page.GetByLabel("性别")).ToHaveValueAsync("2");
        await page.EnterAsync("名额（人）", "60");
        await page.PushAsync("保存修改");
        await page.SeesAsync("名额 60");
        await page.EvaluateAsync("() => { location.hash = '#/manage'; }");
        await page.SeesAsync("最近三个月和以后的");
        await page.HasNoViolationsAsync();
        await page.FollowAsync("果树剪枝");
        await page.PushAsync("取消培训");
        await page.PushAsync("确定");
        await page.SeesAsync("已取消");
        await page.HasNoViolationsAsync();
    }

    [Fact]
    public async Task The_main_steps_in_Korean()
    {
        await using var host = await Office.OpenAsync(storage);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, "ko", await Office.WithRoleAsync(host));
        var page = await phone.OpenAsync("work");
        await page.FollowAsync("교육·행사 공고");
        await page.EnterAsync("제목", "水稻育秧");
        await page.EnterAsync("조선말 제목(선택)", "벼모 키우기");
        await page.PushAsync(Office.VillageName);
        await page.HasNoViolationsAsync();
        await page.PushAsync("공고하기");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "벼모 키우기" })).ToBeVisibleAsync();
        await page.FollowAsync("주민 대리 신청");
        await page.EnterAsync("1번째 휴대전화", Farmer.NewPhone());
        await page.EnterAsync("1번째 이름", "김철");
        await page.PushAsync("1명 신청하기");
        await page.SeesAsync("확정");
        await page.FollowAsync("명부");
        await page.SeesAsync("확정(1명)");
        await page.HasNoViolationsAsync();
        await page.FollowAsync("뒤로");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = FirstSession() }).ClickAsync();
        await page.PushAsync("김철 출석");
        await page.SeesAsync("서버 기준 이 회차 출석 1명.");
        await page.HasNoViolationsAsync();
    }

    [GeneratedRegex("第 1 次课|1회차")]
    private static partial Regex FirstSession();

    [GeneratedRegex("^证书 ")]
    private static partial Regex Certificate();
}
