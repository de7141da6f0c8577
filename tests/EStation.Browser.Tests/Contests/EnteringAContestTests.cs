using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Contests;

/// <summary>A farmer's whole way through a contest, on a phone.</summary>
public class EnteringAContestTests(TestStorage storage, Browser browser)
{
    [Theory]
    [InlineData("zh")]
    [InlineData("ko")]
    public async Task Somebody_new_signs_in_practises_answers_and_sees_how_they_stand(string language)
    {
        string Say(string zh, string ko) => language == "zh" ? zh : ko;
        await using var host = await TestHost.StartAsync(storage);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, language);
        var page = await phone.NewPageAsync();

        await page.GotoAsync(Steps.List);
        await Assertions.Expect(page).ToHaveTitleAsync(Say("科普中国乡村e站", "과학보급 향촌e역"));
        await Assertions.Expect(page.Link(Say("吉林省农民科学素质网络竞赛", "길림성 농민과학자질 인터넷경연"))).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();

        await page.SignInAsync(host, Farmer.NewPhone());
        await page.IntroduceAsync(language);
        await page.HasNoViolationsAsync();
        await page.Button(Say("保存，继续", "저장하고 계속")).ClickAsync();

        await page.Link(Say("吉林省农民科学素质网络竞赛", "길림성 농민과학자질 인터넷경연")).ClickAsync();
        await Assertions
            .Expect(page.GetByText(Say("每份试卷 8 道题，8 分钟内交卷。", "시험지마다 8문제, 8분 안에 제출합니다.")))
            .ToBeVisibleAsync();
        await page.HasNoViolationsAsync();

        await page.Link(Say("练习", "련습")).ClickAsync();
        await page.Options().First.CheckAsync();
        await page.Button(Say("看答案", "답 보기")).ClickAsync();
        await Assertions
            .Expect(page.GetByText(Say("答对了", "맞았습니다")).Or(page.GetByText(Say("答错了", "틀렸습니다"))))
            .ToBeVisibleAsync();
        await page.HasNoViolationsAsync();

        await page.GotoAsync(Steps.Rules);
        await page.Link(Say("开始答题", "시작하기")).ClickAsync();
        for (var question = 1; question <= 8; question++)
        {
            await Assertions.Expect(page.GetByText(Say($"第 {question} 题，共 8 题", $"8문제 중 {question}번째"))).ToBeVisibleAsync();
            await page.Options().First.CheckAsync();
            if (question == 1)
                await page.HasNoViolationsAsync();
            await page.Button(question < 8 ? Say("下一题", "다음") : Say("交卷", "제출")).ClickAsync();
        }

        await Assertions.Expect(page.Receipt()).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveCountAsync(8);
        await page.HasNoViolationsAsync();

        await host.RollUpAsync();
        await page.Link(Say("成绩和名次", "성적과 순위")).ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Row, new() { Name = Say("延吉市 第 1 名，共 1 人", "연길시 1명 중 1위") }))
            .ToBeVisibleAsync();
        await page.Link(Say("小营镇", "소영진")).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = Say("小营镇", "소영진") })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "金**" })).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();
    }

    [Fact]
    public async Task Who_has_no_attempt_left_is_told_so_and_may_practise()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var paper = await farmer.StartAsync();
        (await farmer.SubmitAsync(paper, Farmer.Guess(paper))).EnsureSuccessStatusCode();
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var page = await phone.NewPageAsync();
        await page.GotoAsync(Steps.Attempt);
        await Assertions.Expect(page.GetByText("答题次数已用完。")).ToBeVisibleAsync();
        await Assertions.Expect(page.Link("练习")).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();
    }
}
