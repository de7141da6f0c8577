using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EStation.Browsing.Old;

/// <summary>A cheap phone with an old browser: what its owner sees and touches.</summary>
internal sealed class OldPhone : IAsyncDisposable
{
    private const int Width = 360;
    private const int Patience = 180_000; // ms

    private readonly DevTools tools;
    private readonly ConcurrentQueue<string> complaints = [];

    private OldPhone(DevTools tools) => this.tools = tools;

    public static async Task<OldPhone> OpenAsync(OldChromium browser)
    {
        using var http = new HttpClient { BaseAddress = browser.Address };
        var opened = (await http.GetFromJsonAsync<JsonNode>("json/new?about:blank"))!;
        var phone = new OldPhone(await DevTools.ConnectAsync(new Uri((string)opened["webSocketDebuggerUrl"]!)));
        phone.tools.Told += phone.Hear;
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" })
            await phone.tools.SendAsync($"{domain}.enable");
        await phone.tools.SendAsync(
            "Emulation.setDeviceMetricsOverride",
            new
            {
                width = Width,
                height = 720,
                deviceScaleFactor = 1,
                mobile = true,
            }
        );
        return phone;
    }

    public Task GoAsync(Uri address) => tools.SendAsync("Page.navigate", new { url = address });

    /// <summary>Waits for words that can be seen, within the width of the screen.</summary>
    public async Task SeesAsync(string words)
    {
        await WaitAsync($"document.body.innerText.includes({Quoted(words)})", words);
        var wide = await EvaluateAsync("document.documentElement.scrollWidth");
        Assert.True((int)wide! <= Width, $"{words}: the page is {wide} px wide.");
    }

    /// <summary>Touches the middle of what is there: something that covers it gets the touch, and the test waits in vain.</summary>
    /// <param name="selector">What it is.</param>
    /// <param name="words">All that stands on it; null for the first.</param>
    public async Task TouchAsync(string selector, string? words = null)
    {
        var middle = await WaitAsync(
            $$"""
            (() => {
              const found = [...document.querySelectorAll({{Quoted(
                selector
            )}})].filter((one) => one.getClientRects().length && !one.disabled)
                .find((one) => {{(words is null ? "true" : $"one.innerText.trim() === {Quoted(words)}")}});
              if (!found) return null;
              found.scrollIntoView({ block: "center" });
              const { left, top, width, height } = found.getClientRects()[0];
              const [x, y] = [left + width / 2, top + height / 2];
              const hit = document.elementFromPoint(x, y);
              return hit && found.contains(hit) ? [x, y] : null;
            })()
            """,
            $"{selector} {words}"
        );
        foreach (var type in new[] { "mousePressed", "mouseReleased" })
            await tools.SendAsync(
                "Input.dispatchMouseEvent",
                new
                {
                    type,
                    x = (double)middle![0]!,
                    y = (double)middle[1]!,
                    button = "left",
                    clickCount = 1,
                }
            );
    }

    public async Task TypeAsync(string selector, string text)
    {
        await TouchAsync(selector);
        foreach (var letter in text)
            await tools.SendAsync("Input.dispatchKeyEvent", new { type = "char", text = letter.ToString() });
        await WaitAsync($"document.querySelector({Quoted(selector)}).value === {Quoted(text)}", $"{text} in {selector}");
    }

    /// <summary>Waits, in the page, until an expression is true.</summary>
    /// <returns>Its value.</returns>
    public async Task<JsonNode?> WaitAsync(string expression, string what)
    {
        while (true)
        {
            try
            {
                return await EvaluateAsync(
                    $$"""
                    new Promise((there, failed) => {
                      const until = Date.now() + {{Patience}};
                      const look = () => {
                        const value = document.body && ({{expression}});
                        if (value) there(value);
                        else if (Date.now() > until) failed(new Error({{Quoted(
                        what
                    )}} + " is not on " + location.href + ":\n" + document.body.innerText));
                        else setTimeout(look, 50);
                      };
                      look();
                    })
                    """
                );
            }
            catch (InvalidOperationException gone)
                when (gone.Message.Contains("context", StringComparison.OrdinalIgnoreCase)
                    || gone.Message.Contains("navigated", StringComparison.Ordinal)
                )
            {
                // It looked at the page before this one.
            }
        }
    }

    public async Task<JsonNode?> EvaluateAsync(string expression)
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
        var complained = complaints.IsEmpty ? "" : $"\nThe browser says: {string.Join('\n', complaints)}";
        Assert.True(answer["exceptionDetails"] is null, $"{answer["exceptionDetails"]?.ToJsonString(Readable)}{complained}");
        return answer["result"]!["value"];
    }

    /// <param name="path">Of a PNG file.</param>
    public async Task PictureAsync(string path) =>
        await File.WriteAllBytesAsync(
            path,
            Convert.FromBase64String((string)(await tools.SendAsync("Page.captureScreenshot", new { format = "png" }))["data"]!)
        );

    /// <summary>No error in a script, and nothing against the policy of the pages.</summary>
    public void HasNoComplaints() => Assert.True(complaints.IsEmpty, string.Join('\n', complaints));

    public ValueTask DisposeAsync() => tools.DisposeAsync();

    private void Hear(string name, JsonNode told)
    {
        if (name == "Runtime.exceptionThrown")
            complaints.Enqueue((string?)told["exceptionDetails"]!["exception"]?["description"] ?? told.ToJsonString());
        // A refusal of the server is an error to the console, too: see Complaints.
        else if (
            name == "Log.entryAdded"
            && (string)told["entry"]!["level"]! == "error"
            && !((string)told["entry"]!["text"]!).StartsWith("Failed to load resource", StringComparison.Ordinal)
        )
            complaints.Enqueue($"{told["entry"]!["text"]} {told["entry"]!["url"]}");
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
