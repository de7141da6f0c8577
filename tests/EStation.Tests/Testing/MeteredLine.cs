using System.Net;
using System.Net.Sockets;

namespace EStation.Testing;

/// <summary>A line that carries everything as it is, and counts each byte, both ways, headers and all.</summary>
internal sealed class MeteredLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly int target;
    private readonly Task carrying;
    private long bytes;

    /// <param name="target">A port of this machine.</param>
    public MeteredLine(int target)
    {
        this.target = target;
        listener.Start();
        carrying = CarryAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public long Bytes => Interlocked.Read(ref bytes);

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Dispose();
        await carrying;
        over.Dispose();
    }

    private async Task CarryAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ConnectAsync(await listener.AcceptTcpClientAsync(over.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ConnectAsync(TcpClient from)
    {
        using var near = from;
        using var far = new TcpClient();
        await far.ConnectAsync(IPAddress.Loopback, target);
        await Task.WhenAny(CopyAsync(near.GetStream(), far.GetStream()), CopyAsync(far.GetStream(), near.GetStream()));
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[65_536];
        try
        {
            while (await from.ReadAsync(buffer, over.Token) is > 0 and var read)
            {
                Interlocked.Add(ref bytes, read);
                await to.WriteAsync(buffer.AsMemory(0, read), over.Token);
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One side has hung up.
        }
    }
}
