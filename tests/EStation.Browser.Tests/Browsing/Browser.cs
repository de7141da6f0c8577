using System.Diagnostics;
using System.Text.Json;
using EStation.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(EStation.Browsing.Browser))]

namespace EStation.Browsing;

/// <summary>One Chromium for all tests; each person has a profile of their own in it.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Milliseconds: a busy machine may take minutes over what takes a second. <c>BROWSER_PATIENCE</c> has fewer while a test is written.</summary>
    private static readonly float Patience = float.TryParse(Environment.GetEnvironmentVariable("BROWSER_PATIENCE"), out var wanted)
        ? wanted
        : 180_000;

    private static readonly string[] Camera = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

    private Chromium? chromium;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        chromium = await Chromium.FindAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = chromium.Path,
                Args = [.. Chromium.Switches, .. Camera],
                Env = chromium.Environment(),
            }
        );
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
    /// <param name="owner">Who is signed in on it, as if by the page; null for nobody.</param>
    /// <param name="change">What is different about this phone.</param>
    internal async Task<IBrowserContext> PhoneAsync(
        Uri address,
        string language = "zh",
        Farmer? owner = null,
        Action<BrowserNewContextOptions>? change = null
    )
    {
        var phone = Phone(address, language);
        phone.StorageState = await StateAsync(address, owner);
        change?.Invoke(phone);
        return Watched(await browser!.NewContextAsync(phone));
    }

    /// <summary>A phone whose camera sees a film, over and over.</summary>
    /// <param name="film">Its file, Y4M.</param>
    internal async Task<IBrowserContext> PhoneWithCameraAsync(Uri address, string film, Farmer owner, string language = "zh")
    {
        var own = await playwright!.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = chromium!.Path,
                Args = [.. Chromium.Switches, .. Camera, $"--use-file-for-fake-video-capture={film}"],
                Env = chromium.Environment(),
            }
        );
        var phone = Phone(address, language);
        phone.StorageState = await StateAsync(address, owner);
        var context = Watched(await own.NewContextAsync(phone));
        context.Close += async (_, _) => await own.CloseAsync();
        return context;
    }

    /// <summary>The computer at a town's office.</summary>
    internal async Task<IBrowserContext> DeskAsync(Uri address, string language = "zh", Farmer? owner = null) =>
        Watched(
            await browser!.NewContextAsync(
                new()
                {
                    BaseURL = address.ToString(),
                    Locale = LocaleOf(language),
                    ViewportSize = new() { Width = 1280, Height = 800 },
                    StorageState = await StateAsync(address, owner),
                }
            )
        );

    /// <summary>A phone whose browser is a process of its own and can be killed; what it keeps is in a folder, for the next one.</summary>
    internal async Task<IBrowserContext> PhoneOfItsOwnAsync(Uri address, string profile, string language = "zh")
    {
        var phone = Phone(address, language);
        return Watched(
            await playwright!.Chromium.LaunchPersistentContextAsync(
                profile,
                new()
                {
                    BaseURL = phone.BaseURL,
                    Locale = phone.Locale,
                    ViewportSize = phone.ViewportSize,
                    HasTouch = true,
                    IsMobile = true,
                    ExecutablePath = chromium!.Path,
                    Args = Chromium.Switches,
                    Env = chromium.Environment(),
                }
            )
        );
    }

    /// <summary>The battery is flat: kill -9 to the browser that has this profile.</summary>
    internal static void Kill(string profile)
    {
        foreach (var process in Process.GetProcessesByName("chromium").Concat(Process.GetProcessesByName("chrome")))
        {
            using (process)
            {
                if (CommandOf(process).Contains($"--user-data-dir={profile}", StringComparison.Ordinal))
                    process.Kill();
            }
        }
    }

    private static string CommandOf(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (IOException)
        {
            return ""; // it ended with another
        }
    }

    private static IBrowserContext Watched(IBrowserContext context)
    {
        context.SetDefaultTimeout(Patience);
        Complaints.Collect(context);
        return context;
    }

    /// <summary>What the page keeps once somebody has signed in.</summary>
    private static async Task<string?> StateAsync(Uri address, Farmer? owner)
    {
        if (owner is null)
            return null;
        var me = await Farmer.JsonOf(await owner.GetAsync("api/me"));
        return JsonSerializer.Serialize(
            new
            {
                origins = new[]
                {
                    new
                    {
                        origin = address.GetLeftPart(UriPartial.Authority),
                        localStorage = new[]
                        {
                            Kept("token", owner.Token),
                            Kept("person", owner.Id),
                            Kept("roles", me["roles"]!.ToJsonString()),
                        },
                    },
                },
            }
        );

        static object Kept(string name, string value) => new { name = "estation." + name, value };
    }

    private static BrowserNewContextOptions Phone(Uri address, string language) =>
        new()
        {
            BaseURL = address.ToString(),
            Locale = LocaleOf(language),
            ViewportSize = new() { Width = 360, Height = 720 },
            HasTouch = true,
            IsMobile = true,
        };

    private static string LocaleOf(string language) => language == "ko" ? "ko-KR" : "zh-CN";
}
