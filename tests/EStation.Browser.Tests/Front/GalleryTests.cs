using System.Net;
using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Front;

/// <summary>The design, to look at: on the local host alone.</summary>
public class GalleryTests(TestStorage storage, Browser browser)
{
    [Fact]
    public async Task All_that_screens_are_made_of_is_shown_and_accessible_in_every_look()
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var desk = await browser.DeskAsync(host.Http.BaseAddress!);
        var page = await desk.NewPageAsync();
        await page.GotoAsync("/local/design");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Design", Exact = true })).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();
        foreach (var look in new[] { "dark", "strong", "large" })
        {
            await page.Button(look).ClickAsync();
            await page.HasNoViolationsAsync();
        }

        foreach (var address in new[] { "/design.html", "/local/design.html", "/local/nothing" })
            Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_table_is_searched_sorted_filtered_and_its_rows_are_chosen()
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var desk = await browser.DeskAsync(host.Http.BaseAddress!);
        var page = await desk.NewPageAsync();
        await page.GotoAsync("/local/design");
        var rows = page.Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        await page.GetByLabel("查找").FillAsync("华阳");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await page.GetByLabel("状态").SelectOptionAsync("waiting");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await page.GetByLabel("状态").SelectOptionAsync("");
        await page.GetByLabel("查找").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "学时" }).ClickAsync();
        await Assertions.Expect(rows.First).ToContainTextAsync("金顺姬");
        await page.GetByRole(AriaRole.Button, new() { Name = "学时" }).ClickAsync();
        await Assertions.Expect(rows.First).ToContainTextAsync("王小明");
        await page.GetByLabel("全选").CheckAsync();
        await Assertions.Expect(page.Button("Write to 3")).ToBeVisibleAsync();
        await page.GetByLabel("选择 王小明").UncheckAsync();
        await Assertions.Expect(page.Button("Write to 2")).ToBeVisibleAsync();
    }
}
