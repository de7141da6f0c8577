using EStation.Browsing;
using EStation.Counting;
using EStation.Regions;
using EStation.Statistics.Reconciliation;
using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;

namespace EStation.Statistics;

/// <summary>A filled province as everybody can read it, and its upkeep.</summary>
public class ReadingFiguresTests(TestStorage storage, Browser browser)
{
    private const int Facts = 250;

    [Fact]
    public async Task Series_parts_map_and_files_of_the_province_on_a_desk_and_on_a_phone()
    {
        await using var host = await FilledProvince.OpenAsync(storage, Facts);
        await using var desk = await browser.DeskAsync(host.Http.BaseAddress!);
        var page = await desk.OpenAsync("statistics");
        var total = (
            await Farmer.JsonOf(
                await host.Http.GetAsync($"api/statistics/22?period=year&from={FilledProvince.Year(host)}&to={FilledProvince.Year(host)}")
            )
        )["series"]![0]!["metrics"]!["contestEntries"]!["total"]!;
        await Assertions.Expect(page.Locator(".numbers")).ToContainTextAsync($"竞赛答题人次{total}");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "竞赛答题人次：合计" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "县（市、区）示意图" })).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();

        await page.GetByLabel("图上显示").SelectOptionAsync("metric");
        await Assertions.Expect(page.Locator(".map .tile")).ToHaveCountAsync(host.Get<Divisions>().Counties.Count);
        var map = page.GetByRole(AriaRole.Figure).Filter(new() { HasText = "县（市、区）示意图" });
        await map.GetByText("以表格查看").ClickAsync();
        await Assertions.Expect(map.GetByRole(AriaRole.Row)).ToHaveCountAsync(host.Get<Divisions>().Counties.Count + 1);

        await page.PushAsync("按年");
        await page.GetByLabel("人群").SelectOptionAsync("minority");
        await Assertions.Expect(page.Locator(".ranked").First).ToContainTextAsync("不公布");
        var download = await page.RunAndWaitForDownloadAsync(() => page.FollowAsync($"{FilledProvince.Year(host)} 年报表（Excel）"));
        Assert.Equal($"statistics-22-{FilledProvince.Year(host)}.xlsx", download.SuggestedFilename);
        await page.FollowAsync("长春市");
        await Assertions.Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "南关区" })).ToBeVisibleAsync();
        await page.FollowAsync("南关区");
        await page.GetByLabel("指标").SelectOptionAsync("peopleRegistered");
        await page.PushAsync("按日");
        await page.EnterAsync("从", $"{FilledProvince.Year(host)}-01-01");
        await page.SeesAsync("按日在这一级不按人群公布");
        await page.HasNoViolationsAsync();

        foreach (var (language, title) in new[] { ("zh", "科普统计"), ("ko", "과학보급 통계") })
        {
            await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, language);
            await FitsAsync(await phone.OpenAsync("statistics"), title);
        }
    }

    [Fact]
    public async Task A_wrong_total_is_shown_and_a_rebuild_asked_for()
    {
        await using var host = await FilledProvince.OpenAsync(storage, facts: 20);
        await new Azure.Data.Tables.TableClient(host.ConnectionString, Ledger.LedgerAccounts.TableName).UpsertEntityAsync(Wrong(host));
        await FilledProvince.RunAsync<ReconcileStatistics>(host, timer => timer.Run(new(), CancellationToken.None));
        await using var desk = await browser.DeskAsync(host.Http.BaseAddress!, owner: await Office.AdministratorAsync(host));
        var page = await desk.OpenAsync("statistics");
        await page.FollowAsync("统计核对与重建");
        await page.SeesAsync("✗ 1 个统计数与原始记录不一致。");
        await page.SeesAsync("✓ 正常");
        await page.SeesAsync("还没有重建过。");
        await page.HasNoViolationsAsync();
        await page.PushAsync("重建统计");
        await page.PushAsync("确定");
        await Assertions.Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await FilledProvince.RunAsync<RebuildStatistics>(host, timer => timer.Run(new(), CancellationToken.None));
        await page.ReloadAsync();
        await page.SeesAsync("改正 1 个数。");
        await page.HasNoViolationsAsync();
    }

    private static async Task FitsAsync(IPage page, string title)
    {
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".map .tile").First).ToBeVisibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        await page.HasNoViolationsAsync();
    }

    private static Azure.Data.Tables.TableEntity Wrong(TestHost host)
    {
        var wrong = new DayTally();
        wrong.Figures.Add(Metric.PeopleRegistered, Audience.None, 7);
        return new Azure.Data.Tables.TableEntity("220802", $"total|day|220802001|{Day.Of(host.Time.GetUtcNow())}")
        {
            ["V220802001001"] = wrong.Write().ToArray(),
        };
    }
}
