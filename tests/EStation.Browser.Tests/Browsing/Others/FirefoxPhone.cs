using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EStation.Browsing.Others;

/// <summary>Firefox as the system has it, by WebDriver BiDi.</summary>
internal sealed partial class FirefoxPhone : Handset
{
    private static readonly string[] Programs = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];
    private static readonly string[] Events = ["log.entryAdded"];
    private readonly Process process;
    private readonly string profile;
    private readonly BrowserSocket browser;
    private readonly string context;

    private FirefoxPhone(Process process, string profile, BrowserSocket browser, string context) =>
        (this.process, this.profile, this.browser, this.context) = (process, profile, browser, context);

    /// <summary>Null where there is no Firefox.</summary>
    public static string? Program => Programs.FirstOrDefault(File.Exists);

    public static async Task<FirefoxPhone> OpenAsync()
    {
        var profile = Directory.CreateTempSubdirectory("firefox-").FullName;
        await File.WriteAllTextAsync(Path.Combine(profile, "user.js"), "user_pref('intl.accept_languages', 'zh-CN');");
        var start = new ProcessStartInfo(Program!, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["HOME"] = profile;
        var process = Process.Start(start)!;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var browser = await BrowserSocket.ConnectAsync(new Uri(await AddressAsync(process) + "/session"));
        await browser.SendAsync("session.new", new { capabilities = new { } });
        await browser.SendAsync("session.subscribe", new { events = Events });
        var context = (string)(await browser.SendAsync("browsingContext.getTree"))["contexts"]![0]!["context"]!;
        await browser.SendAsync("browsingContext.setViewport", new { context, viewport = new { width = Width, height = Height } });
        var phone = new FirefoxPhone(process, profile, browser, context);
        browser.Told += phone.Hear;
        return phone;
    }

    public override Task GoAsync(Uri address) =>
        browser.SendAsync(
            "browsingContext.navigate",
            new
            {
                context,
                url = address,
                wait = "complete",
            }
        );

    public override async Task<JsonNode?> EvaluateAsync(string expression)
    {
        var answer = await browser.SendAsync(
            "script.evaluate",
            new
            {
                expression = $"Promise.resolve({expression}).then((value) => JSON.stringify(value === undefined ? null : value))",
                target = new { context },
                awaitPromise = true,
            }
        );
        Assert.True((string)answer["type"]! == "success", $"{answer["exceptionDetails"]?["text"]}{Complaints}");
        return JsonNode.Parse((string)answer["result"]!["value"]!);
    }

    public override async Task PictureAsync(string path) =>
        await File.WriteAllBytesAsync(
            path,
            Convert.FromBase64String((string)(await browser.SendAsync("browsingContext.captureScreenshot", new { context }))["data"]!)
        );

    public override async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    protected override Task TapAsync(double x, double y) => ActAsync(InputActions.Tap(x, y));

    protected override Task KeyInAsync(string text) => ActAsync(InputActions.Keys(text));

    private async Task ActAsync(object[] actions) => await browser.SendAsync("input.performActions", new { context, actions });

    private void Hear(string name, JsonNode told)
    {
        if ((string?)told["level"] == "error")
            Hear(told["text"]?.ToString() ?? told.ToJsonString());
    }

    private static async Task<string> AddressAsync(Process process)
    {
        var said = "";
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            said += line + "\n";
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null); // or it blocks when the pipe is full
                return match.Groups[1].Value;
            }
        }

        throw new InvalidOperationException($"Firefox did not start: {said}");
    }

    [GeneratedRegex(@"^WebDriver BiDi listening on (ws://\S+)")]
    private static partial Regex Listening();
}
