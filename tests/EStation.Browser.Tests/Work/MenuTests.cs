using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Work;

/// <summary>The menu of those who work here.</summary>
public class MenuTests(TestStorage storage, Browser browser)
{
    private static readonly string[] OfOfficials =
    [
        "培训与活动管理",
        "发布培训或活动",
        "乡村e站申报",
        "科普宣传员",
        "上传视频",
        "我的视频",
        "村科普年报",
    ];
    private static readonly string[] OfReviewers = ["视频审核", "e站审核"];
    private static readonly string[] OfAdministrators = ["竞赛管理", "题库", "权限管理", "审计记录"];

    [Theory]
    [InlineData("official")]
    [InlineData("reviewer")]
    [InlineData("administrator")]
    public async Task Shows_what_a_role_allows_and_nothing_else(string role)
    {
        await using var host = await Office.OpenAsync(storage);
        var person = await Office.WithRoleAsync(host, role);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: person);
        var page = await phone.OpenAsync("work");
        await page.SeesAsync("负责地区");
        await ExpectAsync(OfOfficials[..2], role is "official" or "administrator");
        await ExpectAsync(OfOfficials[2..4], role == "official");
        await ExpectAsync(OfOfficials[4..], true);
        await ExpectAsync(OfReviewers, role == "reviewer");
        await ExpectAsync(OfAdministrators, role == "administrator");
        await ExpectAsync(["统计"], true);
        await page.HasNoViolationsAsync();

        async Task ExpectAsync(string[] entries, bool there)
        {
            foreach (var entry in entries)
                await Assertions
                    .Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = entry }))
                    .ToHaveCountAsync(there ? 1 : 0);
        }
    }

    [Fact]
    public async Task Who_has_no_role_is_told_whom_to_ask_and_who_is_not_signed_in_signs_in()
    {
        await using var host = await Office.OpenAsync(storage);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: await Farmer.SignUpAsync(host));
        await (await phone.OpenAsync("work")).SeesAsync("还没有工作权限");
        await using var strange = await browser.PhoneAsync(host.Http.BaseAddress!, "ko");
        var page = await strange.OpenAsync("work");
        await Assertions.Expect(page.GetByLabel("휴대전화 번호")).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();
    }
}
