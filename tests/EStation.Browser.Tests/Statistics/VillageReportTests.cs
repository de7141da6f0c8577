using System.Text;
using System.Text.RegularExpressions;
using EStation.Browsing;
using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;

namespace EStation.Statistics;

/// <summary>The village's year on one page.</summary>
public partial class VillageReportTests(TestStorage storage, Browser browser)
{
    [Theory]
    [InlineData("zh", "村科普年报", "华阳社区", "注册人数", "打印")]
    [InlineData("ko", "마을 과학보급 년보", "华阳社区", "등록 인원", "인쇄")]
    public async Task Is_one_printed_page_with_the_figures_of_the_village(
        string language,
        string entry,
        string village,
        string registered,
        string print
    )
    {
        await using var host = await Office.OpenAsync(storage);
        var official = await Office.WithRoleAsync(host);
        for (var i = 0; i < 3; i++)
            await Farmer.SignUpAsync(host, Office.Village);
        await host.RollUpAsync();
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, language, official);
        var page = await phone.OpenAsync("work");
        await page.FollowAsync(entry);
        await page.PushAsync(village);
        var row = page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex($"^{registered}") });
        await Assertions.Expect(row.GetByRole(AriaRole.Cell).First).ToHaveTextAsync("5"); // with the official and the administrator
        await Assertions.Expect(page.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = print })).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.GetByRole(AriaRole.Banner)).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = print })).ToBeHiddenAsync();
        var paper = await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
        Assert.Single(Pages().Matches(Encoding.Latin1.GetString(paper)));
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex Pages();
}
