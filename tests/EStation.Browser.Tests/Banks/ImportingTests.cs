using System.Text;
using System.Text.RegularExpressions;
using EStation.Browsing;
using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;

namespace EStation.Banks;

/// <summary>A file of questions becomes a bank, or says line by line why not.</summary>
public partial class ImportingTests(TestStorage storage, Browser browser)
{
    private const string Header = "类别,题型,题目,选项A,选项B,答案\n";
    private const string Good = "健康生活,单选题,饭前要洗手吗？,要,不要,A\n健康生活,判断题,生水可以直接喝。,,,错误\n";

    [Fact]
    public async Task What_is_wrong_is_said_by_line_and_the_mended_file_becomes_a_version()
    {
        await using var host = await Office.OpenAsync(storage);
        await using var desk = await browser.DeskAsync(host.Http.BaseAddress!, owner: await Office.AdministratorAsync(host));
        var page = await desk.OpenAsync("banks");
        var import = page.Locator("form").Filter(new() { HasText = "导入新题库" });
        await ChooseAsync(import, "健康题.csv", Header + Good + "健康生活,单选题,,甲,乙,A\n健康生活,单选题,哪个对？,甲,甲,C\n");
        await import.GetByRole(AriaRole.Button, new() { Name = "导入" }).ClickAsync();
        await Assertions.Expect(import.GetByRole(AriaRole.Alert)).ToContainTextAsync("文件没有导入：2 行有错");
        await Assertions.Expect(import.GetByRole(AriaRole.Row, new() { Name = "第 4 行" })).ToContainTextAsync("题目：没有填写");
        await Assertions.Expect(import.GetByRole(AriaRole.Row, new() { Name = "第 5 行" })).ToContainTextAsync("须写已有选项的字母");
        await page.HasNoViolationsAsync();

        await ChooseAsync(import, "健康题.csv", Header + Good + "健康生活,填空题,水的沸点是多少？,,,100\n");
        await import.GetByRole(AriaRole.Button, new() { Name = "导入" }).ClickAsync();
        await page.SeesAsync("已导入“健康题”第 1 版：共 2 道题，其中正式题 2 道");
        await Assertions
            .Expect(import.GetByRole(AriaRole.Row, new() { Name = "第 4 行" }))
            .ToContainTextAsync("暂不支持“填空题”题型，该题已略去");

        await page.PushAsync("导入新版本 健康题");
        var next = page.Locator("form").Filter(new() { HasText = "导入“健康题”的新版本" });
        await ChooseAsync(next, "健康题2.csv", Header + Good + "健康生活,单选题,感冒要吃抗生素吗？,不一定,一定,A\n");
        await next.GetByRole(AriaRole.Button, new() { Name = "导入" }).ClickAsync();
        await page.SeesAsync("已导入“健康题”第 2 版：共 3 道题");
        await page.SeesAsync("第 2 版 · 正式题 3 道");
        await page.FollowAsync("查看题目 健康题");
        await page.SeesAsync("感冒要吃抗生素吗？");
        await page.HasNoViolationsAsync();
    }

    [Fact]
    public async Task A_template_is_downloaded_and_can_itself_be_imported()
    {
        await using var host = await Office.OpenAsync(storage);
        await using var desk = await browser.DeskAsync(host.Http.BaseAddress!, "ko", await Office.AdministratorAsync(host));
        var page = await desk.OpenAsync("banks");
        var download = await page.RunAndWaitForDownloadAsync(() => page.FollowAsync("Excel 통합 문서 양식"));
        Assert.Equal("question-bank.xlsx", download.SuggestedFilename);
        var import = page.Locator("form").Filter(new() { HasText = "새 문제은행 가져오기" });
        await import
            .GetByLabel("문제 파일")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "question-bank.xlsx",
                    MimeType = "application/octet-stream",
                    Buffer = await File.ReadAllBytesAsync(await download.PathAsync()),
                }
            );
        await import.GetByRole(AriaRole.Button, new() { Name = "가져오기" }).ClickAsync();
        await page.SeesAsync("1판을 가져왔습니다. 모두 3문제");
        await page.HasNoViolationsAsync();
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("ko")]
    public async Task Every_fault_is_said_in_the_readers_language(string language)
    {
        await using var host = await Office.OpenAsync(storage);
        await using var desk = await browser.DeskAsync(host.Http.BaseAddress!, language, await Office.AdministratorAsync(host));
        var page = await desk.OpenAsync("banks");
        foreach (var (name, text) in Faulty)
        {
            await page.Locator("input[type=file]")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = name,
                        MimeType = "text/plain",
                        Buffer = Encoding.UTF8.GetBytes(text),
                    }
                );
            await page.GetByRole(AriaRole.Button, new() { Name = language == "zh" ? "导入" : "가져오기", Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator(".flaws td").First).ToBeVisibleAsync();
            foreach (var reason in await page.Locator(".flaws td").AllInnerTextsAsync())
                Assert.DoesNotMatch("[a-z]{4,}", Names().Replace(reason, ""));
        }
    }

    private static readonly (string Name, string Text)[] Faulty =
    [
        (
            "a.csv",
            Header
                + $",单选题,{new string('长', 501)},甲,乙,A\n{new string('类', 61)},单选题,一？,甲,乙,A\n,单选题,二？,甲,乙,AB\n,判断题,三？,甲,乙,A\n,单选题,四？,{new string('项', 201)},乙,A\n,单选题,五？,甲,乙,A\n,单选题,五？,甲,乙,A\n,单选题,六？,甲,,A\n"
        ),
        ("b.csv", "类别,用途,题型,题目,选项A,选项B,答案,编号\n,其他,单选题,一？,甲,乙,A,\n,正式,单选题,二？,甲,乙,A,编 号\n"),
        ("c.csv", "甲,乙\n1,2\n"),
        ("d.txt", "没有对的{~甲 ~乙}\n\n括号不对{=甲 ~乙\n\n两个一样{=甲 ~甲}\n"),
        (
            "e.txt",
            "只是说明。\n\n多少？{#3}\n\n配对{=甲 -> 一 =乙 -> 二}\n\n问答{}\n\n填空{=水}\n\n任一{=甲 =乙 ~丙}\n\n一半{=甲 ~%50%乙}\n\n[html]看图<img src\\=\"@@PLUGINFILE@@/a.png\">{=甲 ~乙}\n"
        ),
        (
            "f.json",
            """{"questions":[null,7,{"text":3},{"text":{"zh":"一？"},"options":[{"id":"甲乙","text":{"zh":"甲"},"right":true},{"id":"a","text":{"zh":"乙"}},{"id":"a","text":{"zh":"丙"}}]}]}"""
        ),
        ("g.json", "{"),
        ("h.json", "[]"),
        ("i.xlsx", "不是工作簿"),
        ("j.csv", Header),
    ];

    /// <summary>Of formats, and of the array in a JSON file: the same in every language.</summary>
    [GeneratedRegex("Excel|\\.xlsx|questions")]
    private static partial Regex Names();

    private static Task ChooseAsync(ILocator form, string name, string text) =>
        form.GetByLabel("题库文件")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(text),
                }
            );
}
