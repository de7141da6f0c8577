using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(EStation.Browsing.Browser))]

namespace EStation.Browsing;

/// <summary>One Chromium for all tests; each person has a profile of their own in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private Chromium? chromium;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        chromium = await Chromium.FindAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium.Path, Args = [.. Switches, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"], Env = Environment(),
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A cheap phone, held upright.</summary>
    /// <param name="address">The site.</param>
    /// <param name="language">Of the phone: zh or ko.</param>
    internal Task<IBrowserContext> PhoneAsync(Uri address, string language = "zh") => browser!.NewContextAsync(Phone(address, language));

    /// <summary>The computer at a town's office.</summary>
    internal Task<IBrowserContext> DeskAsync(Uri address, string language = "zh") => browser!.NewContextAsync(new()
    {
        BaseURL = address.ToString(), Locale = LocaleOf(language), ViewportSize = new() { Width = 1280, Height = 800 },
    });

    /// <summary>A phone whose browser is a process of its own and can be killed; what it keeps is in a folder, for the next one.</summary>
    internal Task<IBrowserContext> PhoneOfItsOwnAsync(Uri address, string profile, string language = "zh")
    {
        var phone = Phone(address, language);
        return playwright!.Chromium.LaunchPersistentContextAsync(profile, new()
        {
            BaseURL = phone.BaseURL, Locale = phone.Locale, ViewportSize = phone.ViewportSize, HasTouch = true, IsMobile = true,
            ExecutablePath = chromium!.Path, Args = Switches, Env = Environment(),
        });
    }

    private static BrowserNewContextOptions Phone(Uri address, string language) => new()
    {
        BaseURL = address.ToString(), Locale = LocaleOf(language), ViewportSize = new() { Width = 360, Height = 720 }, HasTouch = true, IsMobile = true,
    };

    private static string LocaleOf(string language) => language == "ko" ? "ko-KR" : "zh-CN";

    private Dictionary<string, string> Environment()
    {
        var variables = System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        if (chromium!.Libraries is { } libraries)
            variables["LD_LIBRARY_PATH"] = libraries;
        return variables;
    }
}
