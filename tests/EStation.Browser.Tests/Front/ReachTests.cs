using System.Diagnostics;
using EStation.Testing;

namespace EStation.Front;

/// <summary>What the build refuses because farmers' browsers do not know it (web/reach.mjs), by examples.</summary>
public class ReachTests
{
    [Theory]
    [InlineData("farmer.0.js", "a?.b")]
    [InlineData("farmer.0.js", "a??b")]
    [InlineData("farmer.0.js", "try{a()}catch{b()}")]
    [InlineData("farmer.0.js", "/(?<=a)b/")]
    [InlineData("farmer.0.js", "a=10n")]
    [InlineData("staff.0.js", "a?.b")]
    [InlineData("contests.0.js", "globalThis.a")]
    [InlineData("contests.0.js", "a.at(-1)")]
    [InlineData("contests.0.js", "a.replaceAll(b,c)")]
    [InlineData("contests.0.js", "Promise.allSettled(a)")]
    [InlineData("contests.0.js", "AbortSignal.timeout(1)")]
    [InlineData("worker.js", "structuredClone(a)")]
    [InlineData("people.0.js", "crypto.randomUUID()")]
    [InlineData("people.0.js", "new ResizeObserver(a)")]
    [InlineData("people.0.js", "new Intl.ListFormat")]
    [InlineData("app.css", ".a{display:flex;gap:1rem}")]
    [InlineData("app.css", ".a{inset:0}")]
    [InlineData("farmer.css", ".a{aspect-ratio:1}")]
    [InlineData("farmer.css", ".a{width:min(100%,24rem)}")]
    [InlineData("farmer.css", ".a:has(b),p{color:red}")]
    [InlineData("farmer.css", "@media print{a:focus-visible,b{color:red}}")]
    [InlineData("farmer.css", ".a{margin-inline:1rem}")]
    [InlineData("index.html", "<style>.a{inset:0}</style>")]
    [InlineData("index.html", "<script>a?.b</script>")]
    public async Task Is_found(string name, string text) => Assert.NotEqual("", await CheckAsync(name, text));

    [Theory]
    [InlineData("farmer.0.js", "a?.5:b;c?[1]:d;e.finally(f);'？？'")]
    [InlineData("statistics.0.js", "new ResizeObserver(a)")]
    [InlineData("farmer.css", ".a{display:grid;grid-gap:1rem;grid-template-columns:minmax(1rem,1fr);box-shadow:inset 0 0 0 1px red}")]
    [InlineData("farmer.css", ".a:has(b){color:red}:focus-visible{outline:0}")]
    public async Task Or_is_fine(string name, string text) => Assert.Equal("", await CheckAsync(name, text));

    private static async Task<string> CheckAsync(string name, string text)
    {
        using var node = Process.Start(
            new ProcessStartInfo("node", "reach.mjs")
            {
                WorkingDirectory = Path.Combine(SourceTree.Root, "web"),
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                Environment = { ["REACH_NAME"] = name },
            }
        )!;
        await node.StandardInput.WriteAsync(text);
        node.StandardInput.Close();
        return (await node.StandardOutput.ReadToEndAsync()).Trim();
    }
}
