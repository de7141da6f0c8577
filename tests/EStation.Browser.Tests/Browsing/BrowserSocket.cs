using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EStation.Browsing;

/// <summary>Commands to a browser and what it tells, as JSON over a web socket: Chromium's DevTools and Firefox' WebDriver BiDi frame them alike.</summary>
internal sealed class BrowserSocket : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> asked = new();
    private readonly SemaphoreSlim oneAtATime = new(1);
    private Task reading = Task.CompletedTask;
    private int last;

    private BrowserSocket() { }

    /// <summary>Told by the browser: the name of an event and its parameters.</summary>
    public event Action<string, JsonNode>? Told;

    public static async Task<BrowserSocket> ConnectAsync(Uri address)
    {
        var browser = new BrowserSocket();
        browser.socket.Options.KeepAliveInterval = TimeSpan.Zero; // old browsers close on it
        await browser.socket.ConnectAsync(address, CancellationToken.None);
        browser.reading = browser.ReadAsync();
        return browser;
    }

    /// <exception cref="InvalidOperationException">The browser refused, or has gone.</exception>
    public async Task<JsonNode> SendAsync(string method, object? parameters = null)
    {
        var id = Interlocked.Increment(ref last);
        var answer = asked[id] = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                id,
                method,
                @params = parameters ?? new { },
            }
        );
        await oneAtATime.WaitAsync();
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            oneAtATime.Release();
        }

        var answered = await answer.Task;
        return answered["result"]
            ?? throw new InvalidOperationException($"{method}: {(answered["message"] ?? answered["error"])?.ToJsonString()}");
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
        oneAtATime.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                using var message = new MemoryStream();
                ValueWebSocketReceiveResult received;
                do
                {
                    received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                    message.Write(buffer, 0, received.Count);
                } while (!received.EndOfMessage);
                if (received.MessageType == WebSocketMessageType.Close)
                    break;
                Take(JsonNode.Parse(message.ToArray())!);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser has ended, or is no longer wanted.
        }

        foreach (var waiting in asked.Values)
            waiting.TrySetException(new InvalidOperationException("The browser has gone."));
    }

    private void Take(JsonNode message)
    {
        if (message["id"] is { } id && asked.TryRemove((int)id, out var waiting))
            waiting.SetResult(message);
        else if (message["method"] is { } method)
            Told?.Invoke((string)method!, message["params"]!);
    }
}
