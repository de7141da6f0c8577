using EStation.Browsing;
using EStation.Browsing.Others;
using EStation.Testing;

namespace EStation.Front;

/// <summary>
/// A farmer's walk in Firefox and in WebKit (iPhones), where the system has them: no prerequisites of <c>dotnet test</c>, so
/// <c>scripts/old-browsers</c> asks for these explicitly.
/// </summary>
public class OtherBrowserTests(TestStorage storage)
{
    [Fact(Explicit = true)]
    public async Task A_farmer_walks_in_Firefox()
    {
        Assert.SkipUnless(FirefoxPhone.Program is not null, "Debian's package is firefox-esr.");
        await using var phone = await FirefoxPhone.OpenAsync();
        await WalkAsync(phone, "firefox");
    }

    [Fact(Explicit = true)]
    public async Task A_farmer_walks_in_WebKit()
    {
        Assert.SkipUnless(File.Exists(WebKitPhone.Driver), "Debian's package is webkit2gtk-driver.");
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 },
            "WebKit needs a display; Debian's package is xvfb."
        );
        await using var phone = await WebKitPhone.OpenAsync();
        await WalkAsync(phone, "webkit");
    }

    private async Task WalkAsync(Handset phone, string browser)
    {
        await using var host = await FarmersWalk.PrepareAsync(storage);
        await new FarmersWalk(browser).GoAsync(host, phone);
    }
}
