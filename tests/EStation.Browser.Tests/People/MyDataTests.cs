using System.Net;
using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.People;

/// <summary>What is held about somebody is theirs.</summary>
public class MyDataTests(TestStorage storage, Browser browser)
{
    [Theory]
    [InlineData("zh", "我的数据", "导出我的数据", "保存成文件", "我明白，要删除我的数据", "注销并删除", "已删除")]
    [InlineData(
        "ko",
        "내 자료",
        "내 자료 내보내기",
        "파일로 저장",
        "리해했으며 내 자료를 삭제합니다",
        "탈퇴하고 삭제하기",
        "삭제되였습니다"
    )]
    public async Task It_can_be_taken_along_and_erased(
        string language,
        string mine,
        string export,
        string save,
        string understood,
        string erase,
        string erased
    )
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, language, farmer);
        var page = await phone.OpenAsync("me");
        await page.Link(mine).ClickAsync();
        await page.Button(export).ClickAsync();
        await page.HasNoViolationsAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.Button(save).ClickAsync());
        Assert.Contains(
            "王小明",
            await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );

        await Assertions.Expect(page.Button(erase)).ToBeDisabledAsync();
        await page.GetByLabel(understood).CheckAsync();
        await page.Button(erase).ClickAsync();
        await page.SeesAsync(erased);
        await page.HasNoViolationsAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await farmer.GetAsync("api/me")).StatusCode);
    }
}
