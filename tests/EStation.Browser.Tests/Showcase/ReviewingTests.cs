using EStation.Browsing;
using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;

namespace EStation.Showcase;

/// <summary>A reviewer's way: what waits, what others were faster with, what viewers have reported, what the jury scores.</summary>
public class ReviewingTests(TestStorage storage, Browser browser)
{
    [Fact]
    public async Task A_reviewer_watches_publishes_returns_and_takes_down()
    {
        await using var host = await Office.OpenAsync(storage);
        var (reviewer, rival) = (await Office.WithRoleAsync(host, "reviewer", "2201"), await Office.WithRoleAsync(host, "reviewer", "22"));
        var farmer = await Farmer.SignUpAsync(host, Office.Village);
        var good = await farmer.SubmitVideoAsync("水稻旱育秧");
        await farmer.SubmitVideoAsync("苹果梨修剪");
        var contested = await farmer.SubmitVideoAsync("黄牛防疫");
        await using var desk = await browser.DeskAsync(host.Http.BaseAddress!, owner: reviewer);
        var page = await desk.OpenAsync("reviews");
        await page.SeesAsync("水稻旱育秧");
        await page.HasNoViolationsAsync();

        await page.PushAsync("审核这个视频 水稻旱育秧");
        await page.SeesAsync("育秧的三个要点");
        await page.Locator("video")
            .EvaluateAsync(
                "film => new Promise((there, broken) => { film.onloadedmetadata = () => there(); film.onerror = () => broken(); if (film.readyState > 0) there(); })"
            );
        await page.HasNoViolationsAsync();
        await page.GetByLabel("发布").First.CheckAsync();
        await page.GetByLabel("这个视频属于哪个领域？").SelectOptionAsync("planting");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "提交结论" })).ToBeDisabledAsync();
        await page.GetByLabel("内容科学、准确").CheckAsync();
        await page.PushAsync("提交结论");
        await page.SeesAsync("“水稻旱育秧”：发布。");
        await Assertions.Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(2);

        await page.PushAsync("审核这个视频 苹果梨修剪");
        await page.GetByLabel("退回修改").CheckAsync();
        await page.GetByLabel("这个视频属于哪个领域？").SelectOptionAsync("forestry");
        await page.GetByLabel("原因").SelectOptionAsync("unscientific");
        await page.GetByLabel("审核意见").FillAsync("请说明用药间隔。");
        await page.PushAsync("提交结论");
        await page.SeesAsync("“苹果梨修剪”：退回修改。");
        Assert.Equal(
            "请说明用药间隔。",
            (string)
                (await Farmer.JsonOf(await farmer.GetAsync("api/me/videos")))["items"]!
                    .AsArray()
                    .Single(video => (string)video!["title"]! == "苹果梨修剪")!["reviews"]![0]!["text"]!
        );

        await page.PushAsync("审核这个视频 黄牛防疫");
        await Farmer.JsonOf(await rival.DecideAsync(contested, "publish"));
        await page.GetByLabel("不予发布").CheckAsync();
        await page.GetByLabel("这个视频属于哪个领域？").SelectOptionAsync("husbandry");
        await page.GetByLabel("原因").SelectOptionAsync("quality");
        await page.GetByLabel("审核意见").FillAsync("不清楚");
        await page.PushAsync("提交结论");
        await page.SeesAsync("另一位审核员刚刚对“黄牛防疫”作出了结论");
        await page.SeesAsync("没有待审核的视频");

        await Farmer.JsonOf(await farmer.ReportAsync(good, "用药量不对"));
        await host.RollUpAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "观众举报" }).ClickAsync();
        await page.PushAsync("查看举报内容 水稻旱育秧");
        await page.SeesAsync("用药量不对");
        await page.HasNoViolationsAsync();
        await page.GetByLabel("原因").SelectOptionAsync("unsafe");
        await page.PushAsync("下架");
        await page.PushAsync("确定");
        await page.SeesAsync("“水稻旱育秧”已下架。");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await host.Http.GetAsync($"api/videos/{good}")).StatusCode);
    }

    [Fact]
    public async Task The_queue_on_a_phone_in_Korean()
    {
        await using var host = await Office.OpenAsync(storage);
        var reviewer = await Office.WithRoleAsync(host, "reviewer", "22");
        await (await Farmer.SignUpAsync(host, Office.Village)).SubmitVideoAsync("수수 재배");
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, "ko", reviewer);
        var page = await phone.OpenAsync("reviews");
        await page.PushAsync("이 영상 심사하기 수수 재배");
        await Assertions.Expect(page.GetByRole(AriaRole.Radio)).ToHaveCountAsync(3);
        await page.HasNoViolationsAsync();
    }

    [Fact]
    public async Task An_administrator_calls_for_videos_and_the_jury_scores_what_the_public_has_chosen()
    {
        await using var host = await Office.OpenAsync(storage);
        var administrator = await Office.AdministratorAsync(host);
        await using var desk = await browser.DeskAsync(host.Http.BaseAddress!, owner: administrator);
        var page = await desk.OpenAsync("calls/new");
        var today = host.Time.GetUtcNow().AddHours(8);
        await page.EnterAsync("活动名称（中文）", "秋收展播");
        await page.EnterAsync("主题 1（中文）", "普及技术增收益");
        foreach (var (label, days) in new[] { ("征集开始", -2), ("征集结束", 2), ("投票开始", -1), ("投票结束", 3) })
            await page.EnterAsync(
                label,
                today.AddDays(days).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture)
            );
        await page.HasNoViolationsAsync();
        await page.PushAsync("保存");
        await page.SeesAsync("已保存。");
        await page.FollowAsync("返回");
        await page.SeesAsync("秋收展播");
        await page.FollowAsync("修改 秋收展播");
        await page.EnterAsync("活动名称（朝鲜语，可不填）", "가을걷이 전시");
        await page.PushAsync("保存");
        await page.SeesAsync("已保存。");
        var campaign = (await Farmer.JsonOf(await host.Http.GetAsync("api/campaigns?lang=*")))["items"]!
            .AsArray()
            .Single(one => (string)one!["title"]!["zh"]! == "秋收展播")!;
        Assert.Equal("가을걷이 전시", (string)campaign["title"]!["ko"]!);

        var (reviewer, juror, farmer) = (
            await Office.WithRoleAsync(host, "reviewer", "22"),
            await Office.WithRoleAsync(host, "jury", "22"),
            await Farmer.SignUpAsync(host, Office.Village)
        );
        var video = await farmer.SubmitVideoAsync("大豆收割", (string)campaign["id"]!);
        await Farmer.JsonOf(await reviewer.DecideAsync(video, "publish"));
        await Farmer.JsonOf(await farmer.PutAsync($"api/videos/{video}/vote", new { }));
        host.Time.Advance(TimeSpan.FromDays(4));
        await host.RollUpAsync();
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: juror);
        page = await phone.OpenAsync("reviews");
        await page.SeesAsync("大豆收割");
        await page.PushAsync("播放 大豆收割");
        await Assertions.Expect(page.Locator("video")).ToBeVisibleAsync();
        await page.GetByLabel("分数").FillAsync("85");
        await page.PushAsync("打分");
        await page.SeesAsync("已打 85 分");
        await page.HasNoViolationsAsync();
    }
}
