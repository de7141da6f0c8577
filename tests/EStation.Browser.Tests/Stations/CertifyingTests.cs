using EStation.Browsing;
using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;

namespace EStation.Stations;

/// <summary>A station's way to its plaque: the county's reviewer, then the prefecture's.</summary>
public class CertifyingTests(TestStorage storage, Browser browser)
{
    [Fact]
    public async Task The_county_approves_and_the_prefecture_certifies_what_has_all_five()
    {
        await using var host = await Office.OpenAsync(storage);
        var official = await Office.WithRoleAsync(host);
        foreach (var (name, terminals) in new[] { ("华阳科普e站", true), ("缺终端的e站", false) })
            await Farmer.JsonOf(await official.PostAsync("api/stations", Station(name, terminals)));
        await using var desk = await browser.DeskAsync(
            host.Http.BaseAddress!,
            owner: await Office.WithRoleAsync(host, "reviewer", "220102")
        );
        var page = await desk.OpenAsync("stations");
        await page.SeesAsync("华阳科普e站");
        await page.HasNoViolationsAsync();
        await page.SeesAsync("还缺：有终端");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "通过 缺终端的e站", Exact = true })).ToBeDisabledAsync();
        await page.PushAsync("通过 华阳科普e站");
        await page.SeesAsync("“华阳科普e站”：待市（州）级审核。");
        await page.SeesAsync("下一步由市（州）级审核员完成。");
        var lacking = page.GetByRole(AriaRole.Article).Filter(new() { HasText = "缺终端的e站" });
        await lacking.GetByLabel("审核意见").FillAsync("请先配备终端。");
        await page.PushAsync("不通过 缺终端的e站");
        await page.SeesAsync("“缺终端的e站”：未通过。");

        await using var phone = await browser.PhoneAsync(
            host.Http.BaseAddress!,
            "ko",
            await Office.WithRoleAsync(host, "reviewer", "2201")
        );
        page = await phone.OpenAsync("stations");
        await page.PushAsync("시(주)급 심사 대기");
        await page.HasNoViolationsAsync();
        await page.PushAsync("통과 华阳科普e站");
        await page.SeesAsync("‘华阳科普e站’: 인증됨.");
        Assert.Equal(
            "certified",
            (string)
                (await Farmer.JsonOf(await host.Http.GetAsync($"api/stations?region={Office.Village}&state=certified")))["items"]![0]![
                    "state"
                ]!
        );
    }

    private static object Station(string name, bool terminals) =>
        new
        {
            name = new { zh = name },
            village = Office.Village,
            address = "村委会一楼",
            latitude = 43.9,
            longitude = 125.3,
            opening = "8:30-17:00",
            haves = new
            {
                network = true,
                staff = true,
                premises = true,
                activities = true,
                terminals,
            },
        };
}
