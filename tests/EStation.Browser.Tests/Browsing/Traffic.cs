using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace EStation.Browsing;

/// <summary>What a page loads over the wire: requests, and bytes as they come, compressed, with their headers.</summary>
internal sealed class Traffic
{
    private readonly ICDPSession tools;
    private readonly ConcurrentDictionary<string, (string Url, long Bytes)> requests = new();

    private Traffic(ICDPSession tools) => this.tools = tools;

    /// <summary>From here on. What a service worker fetches for itself is not the page's: leave workers out where it matters.</summary>
    public static async Task<Traffic> WatchAsync(IPage page)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        var traffic = new Traffic(tools);
        tools.Event("Network.requestWillBeSent").OnEvent += (_, sent) =>
        {
            var url = sent!.Value.GetProperty("request").GetProperty("url").GetString()!;
            if (url.StartsWith("http", StringComparison.Ordinal))
                traffic.requests.TryAdd(Id(sent.Value), (url, 0));
        };
        tools.Event("Network.loadingFinished").OnEvent += (_, done) =>
        {
            if (traffic.requests.TryGetValue(Id(done!.Value), out var request))
                traffic.requests[Id(done.Value)] = (request.Url, (long)done.Value.GetProperty("encodedDataLength").GetDouble());
        };
        await tools.SendAsync("Network.enable");
        return traffic;
    }

    public Task StopAsync() => tools.DetachAsync();

    public int Requests => requests.Count;

    public long Bytes => requests.Values.Sum(request => request.Bytes);

    /// <summary>One line a request.</summary>
    public override string ToString() =>
        string.Join('\n', requests.Values.Select(request => $"{request.Bytes, 8:N0}  {request.Url}")) + $"\n{Bytes, 8:N0}  in {Requests}";

    private static string Id(JsonElement @event) => @event.GetProperty("requestId").GetString()!;
}
