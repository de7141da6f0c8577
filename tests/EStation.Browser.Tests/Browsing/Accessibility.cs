using System.Text.Json;
using Microsoft.Playwright;

namespace EStation.Browsing;

/// <summary>What a page is held to: axe's rules, its own policy, and no company but ours.</summary>
internal static class Accessibility
{
    private const string Check = """
        axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => JSON.stringify(violations
          .filter(({ impact }) => impact === "serious" || impact === "critical")
          .map(({ id, help, nodes }) => `${id}: ${help}\n` + nodes.map(({ html, failureSummary }) => `    ${html}\n        ${failureSummary.replace(/\n\s*/g, " ")}`).join("\n"))))
        """;

    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(Chromium.Packages, "axe-core/axe.min.js")));

    /// <summary>
    /// No serious or critical violation of accessibility on the page as it stands, and nothing in <see cref="Complaints"/>.
    /// </summary>
    public static async Task HasNoViolationsAsync(this IPage page)
    {
        var tools = await page.Context.NewCDPSessionAsync(page); // not subject to the page's policy, which the page itself keeps
        await EvaluateAsync(tools, $"if (!globalThis.axe) {{ {Axe.Value} }}");
        var found = JsonSerializer.Deserialize<string[]>((await EvaluateAsync(tools, Check))!)!;
        await tools.DetachAsync();
        Assert.True(found.Length == 0, $"{page.Url} is not accessible to everybody:\n{string.Join('\n', found)}");
        Complaints.About(page.Context).HaveNot();
    }

    private static async Task<string?> EvaluateAsync(ICDPSession tools, string expression)
    {
        var answer = await tools.SendAsync(
            "Runtime.evaluate",
            new()
            {
                ["expression"] = expression,
                ["awaitPromise"] = true,
                ["returnByValue"] = true,
            }
        );
        Assert.False(answer!.Value.TryGetProperty("exceptionDetails", out var thrown), $"axe failed: {thrown}");
        return answer.Value.GetProperty("result").TryGetProperty("value", out var value) ? value.ToString() : null;
    }
}
