using System.Globalization;
using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Benchmarks;

/// <summary>The time from the address to a usable list of contests, on a cheap phone at its first visit, on the networks of
/// villages.</summary>
internal sealed class PageBenchmark : IBenchmark
{
    private const int SlowerCpu = 4;

    private const string NoteWhenUsable = """
        new MutationObserver((_, watching) => {
          if (!document.querySelector("main .card a")) return;
          watching.disconnect();
          requestAnimationFrame(() => setTimeout(() => { document.documentElement.dataset.usable = performance.now(); }));
        }).observe(document, { childList: true, subtree: true });
        """;

    /// <param name="Latency">In milliseconds.</param>
    /// <param name="Throughput">In bytes a second.</param>
    /// <param name="Limit">In milliseconds.</param>
    private sealed record Network(string Name, int Latency, int Throughput, int Limit);

    private static readonly Network[] Networks = [new("3G", 400, 50_000, 1_500), new("GPRS", 800, 6_000, 3_500)];

    public string Name => "pages";

    public async Task RunAsync(Stage stage, Report report)
    {
        var rounds = stage.Quick ? 1 : 7;
        await using var host = await stage.StartHostAsync(stage.NewAccount());
        var chromium = await Chromium.FindAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = chromium.Path,
                Args = Chromium.Switches,
                Env = chromium.Environment(),
            }
        );
        await VisitAsync(browser, host, Networks[0]); // the host answers its first request slowly
        var section = report.Add(
            "The first visit to the list of contests",
            "network",
            "latency ms",
            "kB/s",
            "requests",
            "bytes",
            "usable after ms",
            "slowest ms",
            "limit ms"
        );
        foreach (var network in Networks)
        {
            var visits = new List<(double Usable, Traffic Traffic)>();
            for (var round = 0; round < rounds; round++)
                visits.Add(await VisitAsync(browser, host, network));
            var times = visits.Select(visit => visit.Usable).Order().ToList();
            Progress.Say($"{Name}: {network.Name}: {string.Join(", ", times.Select(time => $"{time:N0}"))} ms");
            var traffic = visits[^1].Traffic;
            section.Row(
                network.Name,
                network.Latency,
                network.Throughput / 1000,
                traffic.Requests,
                traffic.Bytes,
                Format(times[rounds / 2]),
                Format(times[^1]),
                Format(network.Limit)
            );
        }

        section.Note(
            $"Chromium as a phone of 360 × 720, its CPU {SlowerCpu} times slower, no cache and no service worker; usable: the list is drawn and can be tapped. The middle of {rounds} visits. "
                + "Requests and bytes as they come over the wire until then."
        );
    }

    private static string Format(double milliseconds) => milliseconds.ToString("N0", CultureInfo.InvariantCulture);

    private static async Task<(double Usable, Traffic Traffic)> VisitAsync(IBrowser browser, HostProcess host, Network network)
    {
        await using var phone = await browser.NewContextAsync(
            new()
            {
                BaseURL = host.Address.ToString(),
                Locale = "zh-CN",
                ViewportSize = new() { Width = 360, Height = 720 },
                HasTouch = true,
                IsMobile = true,
                ServiceWorkers = ServiceWorkerPolicy.Block,
            }
        );
        await phone.AddInitScriptAsync(NoteWhenUsable);
        var page = await phone.NewPageAsync();
        var traffic = await Traffic.WatchAsync(page);
        var tools = await phone.NewCDPSessionAsync(page);
        await tools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = SlowerCpu });
        await tools.SendAsync("Network.enable");
        await tools.SendAsync(
            "Network.emulateNetworkConditions",
            new()
            {
                ["offline"] = false,
                ["latency"] = network.Latency,
                ["downloadThroughput"] = network.Throughput,
                ["uploadThroughput"] = network.Throughput,
            }
        );
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Commit });
        var usable = await page.Locator("html[data-usable]").GetAttributeAsync("data-usable", new() { Timeout = 60_000 });
        await traffic.StopAsync();
        return (double.Parse(usable!, CultureInfo.InvariantCulture), traffic);
    }
}
