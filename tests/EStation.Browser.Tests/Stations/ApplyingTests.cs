using EStation.Browsing;
using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;

namespace EStation.Stations;

/// <summary>An official applies for a station and names the village's publicist.</summary>
public class ApplyingTests(TestStorage storage, Browser browser)
{
    [Fact]
    public async Task A_station_is_applied_for_rejected_mended_and_says_what_of_the_five_is_lacking()
    {
        await using var host = await Office.OpenAsync(storage);
        var official = await Office.WithRoleAsync(host);
        var reviewer = await Office.WithRoleAsync(host, "reviewer", "220102", "审核员");
        await using var phone = await browser.PhoneAsync(
            host.Http.BaseAddress!,
            owner: official,
            change: options =>
            {
                options.Geolocation = new() { Latitude = 43.86f, Longitude = 125.33f };
                options.Permissions = ["geolocation"];
            }
        );
        var page = await phone.OpenAsync("my-stations");
        await page.FollowAsync("申报新的e站");
        await page.EnterAsync("e站名称", "华阳科普e站");
        await page.PushAsync(Office.VillageName);
        await page.EnterAsync("详细地址", "南岭街道 1 号");
        await page.PushAsync("我就在站里，用手机定位");
        await Assertions.Expect(page.GetByLabel("纬度")).ToHaveValueAsync("43.86000");
        await page.EnterAsync("开放时间", "每天 8:00—17:00");
        foreach (var have in new[] { "有网络", "有人员", "有场所", "有活动" })
            await page.GetByLabel(have).CheckAsync();
        await page.SeesAsync("还缺：有终端。");
        await page.HasNoViolationsAsync();
        await page.PushAsync("提交申报");
        await page.SeesAsync("已申报，等县科协核查");

        var station = (await Farmer.JsonOf(await official.GetAsync($"api/stations?region={Office.Village}&state=applied")))["items"]![0]![
            "id"
        ];
        await Farmer.JsonOf(
            await reviewer.PostAsync($"api/stations/{station}/reviews", new { decision = "reject", reason = "缺少科普终端" })
        );
        await page.ReloadAsync();
        await page.SeesAsync("意见：缺少科普终端");
        await page.HasNoViolationsAsync();
        await page.FollowAsync("修改后再申报");
        await page.GetByLabel("有终端").CheckAsync();
        await page.PushAsync("保存修改");
        await page.SeesAsync("已申报，等县科协核查");
    }

    [Fact]
    public async Task A_village_gets_its_publicist_in_Korean_too()
    {
        await using var host = await Office.OpenAsync(storage);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, "ko", await Office.WithRoleAsync(host));
        var page = await phone.OpenAsync("publicist");
        await page.PushAsync(Office.VillageName);
        await page.SeesAsync("이 마을에는 아직 홍보원이 없습니다.");
        await page.EnterAsync("이름", "최영희");
        await page.EnterAsync("휴대전화", "12345");
        await page.PushAsync("이 사람으로 정하기");
        await page.SeesAsync("확인하세요: 휴대전화");
        await page.EnterAsync("휴대전화", "138 0000 0009");
        await page.PushAsync("이 사람으로 정하기");
        await page.SeesAsync("현재: 최영희");
        await page.HasNoViolationsAsync();
    }
}
