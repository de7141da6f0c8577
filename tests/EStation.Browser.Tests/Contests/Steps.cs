using System.Text.RegularExpressions;
using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Contests;

/// <summary>What people do on the pages of a contest, in Chinese unless said otherwise, and what the server has of it.</summary>
internal static partial class Steps
{
    public const string List = "/";
    public const string Rules = $"/#/contest/{Farmer.Contest}";
    public const string Attempt = $"/#/attempt/{Farmer.Contest}";
    public const string Kept = "答案已保存在这部手机上，还没有交卷。";
    public const string NoReceipt = "还没有交上，没有回执";

    public static ILocator Options(this IPage page) => page.GetByRole(AriaRole.Radio).Or(page.GetByRole(AriaRole.Checkbox));

    /// <summary>Somebody new says who they are: name, village and consent.</summary>
    public static async Task IntroduceAsync(this IPage page, string language = "zh")
    {
        string Say(string zh, string ko) => language == "zh" ? zh : ko;
        await page.GetByLabel(Say("姓名", "이름")).FillAsync("金顺姬");
        await page.Button(Say("延边朝鲜族自治州", "연변조선족자치주")).ClickAsync();
        await page.Button(Say("延吉市", "연길시")).ClickAsync();
        await page.Button(Say("小营镇", "소영진")).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = Say("选择村", "마을을 고르세요") })).ToBeFocusedAsync();
        await page.Locator(".picker .list button").First.ClickAsync();
        await page.GetByLabel(Say("我看过了，同意隐私说明和使用约定", "읽었으며 개인정보 안내와 리용 약속에 동의합니다")).CheckAsync();
    }

    /// <summary>Opens the attempt, and answers some questions with their first option.</summary>
    public static async Task SitAsync(this IPage page, int answers)
    {
        await page.GotoAsync(Attempt);
        for (var question = 1; question <= answers; question++)
        {
            if (question > 1)
                await page.Button("下一题").ClickAsync();
            await Assertions.Expect(page.GetByText($"第 {question} 题，共 8 题")).ToBeVisibleAsync();
            await page.Options().First.CheckAsync();
        }

        await Assertions.Expect(page.GetByText(Kept)).ToBeVisibleAsync();
    }

    /// <summary>Although some questions are open.</summary>
    public static async Task HandInAnywayAsync(this IPage page)
    {
        await page.Button("交卷").ClickAsync();
        await page.Button("就这样交卷").ClickAsync();
    }

    /// <summary>What the server has given out, not what is said of it.</summary>
    public static ILocator Receipt(this IPage page) => page.GetByText(ReceiptNumber());

    /// <summary>What the server has: the attempts of a farmer, and how many of all were counted.</summary>
    public static async Task<(int Submitted, int Answered, int Counted)> StoredAsync(this Farmer farmer, TestHost host)
    {
        var attempts = (await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{Farmer.Contest}/attempts")))["items"]!.AsArray();
        var submitted = attempts.Where(attempt => (string)attempt!["state"]! == "submitted").ToList();
        var answered = 0;
        foreach (var attempt in submitted)
        {
            var stored = await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{Farmer.Contest}/attempts/{attempt!["attempt"]}"));
            answered += stored["result"]!["review"]!.AsArray().Count(review => review!["given"]!.AsArray().Count > 0);
        }

        await host.RollUpAsync();
        var board = await Farmer.JsonOf(await farmer.GetAsync($"api/contests/{Farmer.Contest}/leaderboard"));
        return (submitted.Count, answered, board["entries"]!.AsArray().Count);
    }

    /// <summary>Storage that a browser has cleared: both places where pages keep things.</summary>
    public static Task WipeAsync(this IPage page) =>
        page.EvaluateAsync(
            "async () => { localStorage.clear(); for (const { name } of await indexedDB.databases()) await new Promise((done) => { indexedDB.deleteDatabase(name).onsuccess = done; }); }"
        );

    [GeneratedRegex("(回执|접수증) ?[0-9A-F]{16}")]
    private static partial Regex ReceiptNumber();
}
