using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EStation.Browsing.Old;

/// <summary>A cheap phone with an old browser.</summary>
internal sealed class OldPhone : Handset
{
    private readonly BrowserSocket tools;

    private OldPhone(BrowserSocket tools) => this.tools = tools;

    public static async Task<OldPhone> OpenAsync(OldChromium browser)
    {
        using var http = new HttpClient { BaseAddress = browser.Address };
        var opened = (await http.GetFromJsonAsync<JsonNode>("json/new?about:blank"))!;
        var phone = new OldPhone(await BrowserSocket.ConnectAsync(new Uri((string)opened["webSocketDebuggerUrl"]!)));
        phone.tools.Told += phone.Hear;
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" })
            await phone.tools.SendAsync($"{domain}.enable");
        await phone.tools.SendAsync(
            "Emulation.setDeviceMetricsOverride",
            new
            {
                width = Width,
                height = Height,
                deviceScaleFactor = 1,
                mobile = true,
            }
        );
        return phone;
    }

    public override Task GoAsync(Uri address) => tools.SendAsync("Page.navigate", new { url = address });

    public override async Task<JsonNode?> EvaluateAsync(string expression)
    {
        var answer = await tools.SendAsync(
            "Runtime.evaluate",
            new
            {
                expression,
                awaitPromise = true,
                returnByValue = true,
            }
        );
        Assert.True(answer["exceptionDetails"] is null, $"{answer["exceptionDetails"]?.ToJsonString(Readable)}{Complaints}");
        return answer["result"]!["value"];
    }

    public override async Task PictureAsync(string path) =>
        await File.WriteAllBytesAsync(
            path,
            Convert.FromBase64String((string)(await tools.SendAsync("Page.captureScreenshot", new { format = "png" }))["data"]!)
        );

    public override ValueTask DisposeAsync() => tools.DisposeAsync();

    protected override async Task TapAsync(double x, double y)
    {
        foreach (var type in new[] { "mousePressed", "mouseReleased" })
            await tools.SendAsync(
                "Input.dispatchMouseEvent",
                new
                {
                    type,
                    x,
                    y,
                    button = "left",
                    clickCount = 1,
                }
            );
    }

    protected override async Task KeyInAsync(string text)
    {
        foreach (var letter in text)
            await tools.SendAsync("Input.dispatchKeyEvent", new { type = "char", text = letter.ToString() });
    }

    private void Hear(string name, JsonNode told)
    {
        if (name == "Runtime.exceptionThrown")
            Hear((string?)told["exceptionDetails"]!["exception"]?["description"] ?? told.ToJsonString());
        // A refusal of the server is an error to the console, too: see Complaints.
        else if (
            name == "Log.entryAdded"
            && (string)told["entry"]!["level"]! == "error"
            && !((string)told["entry"]!["text"]!).StartsWith("Failed to load resource", StringComparison.Ordinal)
        )
            Hear($"{told["entry"]!["text"]} {told["entry"]!["url"]}");
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
