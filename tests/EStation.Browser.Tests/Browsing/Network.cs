using Microsoft.Playwright;

namespace EStation.Browsing;

/// <summary>The network of a page: slow, or away also for what is under way.</summary>
internal sealed class Network
{
    private readonly ICDPSession tools;

    private Network(ICDPSession tools) => this.tools = tools;

    public static async Task<Network> OfAsync(IPage page)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("Network.enable");
        return new Network(tools);
    }

    public Task OffAsync() => SetAsync(offline: true, -1);

    /// <param name="uploadBytesPerSecond">-1 for as fast as it goes.</param>
    public Task SlowAsync(int uploadBytesPerSecond) => SetAsync(offline: false, uploadBytesPerSecond);

    private async Task SetAsync(bool offline, int upload) =>
        await tools.SendAsync(
            "Network.emulateNetworkConditions",
            new()
            {
                ["offline"] = offline,
                ["latency"] = 0,
                ["downloadThroughput"] = -1,
                ["uploadThroughput"] = upload,
            }
        );
}
