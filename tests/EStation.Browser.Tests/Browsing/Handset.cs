using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EStation.Browsing;

/// <summary>What a phone's owner sees and touches, in a browser that Playwright does not drive.</summary>
internal abstract class Handset : IAsyncDisposable
{
    protected const int Width = 360; // px
    protected const int Height = 720;
    private const int Patience = 180_000; // ms

    private readonly ConcurrentQueue<string> complaints = [];

    public abstract Task GoAsync(Uri address);

    /// <summary>Waits for words that can be seen, within the width of the screen.</summary>
    public async Task SeesAsync(string words)
    {
        await WaitAsync($"document.body.innerText.includes({Quoted(words)})", words);
        var wider = await EvaluateAsync("document.documentElement.scrollWidth - window.innerWidth");
        Assert.True((int)wider! <= 0, $"{words}: the page is {wider} px wider than the screen.");
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
        await TapAsync((double)middle![0]!, (double)middle[1]!);
    }

    public async Task TypeAsync(string selector, string text)
    {
        await TouchAsync(selector);
        await KeyInAsync(text);
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

    /// <summary>Evaluates an expression in the page; a promise's value when it is there.</summary>
    /// <exception cref="InvalidOperationException">It fails, or the page was left.</exception>
    public abstract Task<JsonNode?> EvaluateAsync(string expression);

    /// <param name="path">Of a PNG file.</param>
    public abstract Task PictureAsync(string path);

    /// <summary>No error in a script, and nothing against the policy of the pages.</summary>
    public void HasNoComplaints() => Assert.True(complaints.IsEmpty, string.Join('\n', complaints));

    public abstract ValueTask DisposeAsync();

    /// <summary>The browser's own words.</summary>
    protected string Complaints => complaints.IsEmpty ? "" : $"\nThe browser says: {string.Join('\n', complaints)}";

    protected abstract Task TapAsync(double x, double y);

    protected abstract Task KeyInAsync(string text);

    protected void Hear(string complaint) => complaints.Enqueue(complaint);

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
