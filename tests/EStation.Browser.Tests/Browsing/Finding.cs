using Microsoft.Playwright;

namespace EStation.Browsing;

/// <summary>What people do on pages, in few words.</summary>
internal static class Finding
{
    /// <summary>A page of the site, open at a route.</summary>
    public static async Task<IPage> OpenAsync(this IBrowserContext phone, string route)
    {
        var page = await phone.NewPageAsync();
        await page.GotoAsync($"/#/{route}");
        return page;
    }

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Link(this IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public static Task SeesAsync(this IPage page, string text) => Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();
}
