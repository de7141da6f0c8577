using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace EStation.LocalHost;

/// <summary>A connection to an Azurite server (<c>held.cjs</c>), which keeps it alive. The death of this process closes it too.</summary>
internal sealed class AzuriteHold : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(35);

    private readonly Socket door;

    private AzuriteHold(Socket door, int port)
    {
        this.door = door;
        Port = port;
    }

    public int Port { get; }

    /// <returns>Null when no server runs for this status file; a closing server is gone by then.</returns>
    public static async Task<AzuriteHold?> TryTakeAsync(string statusPath, CancellationToken cancellationToken)
    {
        if (await ReadAsync(statusPath, cancellationToken) is not { } status)
            return null;

        var door = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await door.ConnectAsync(IPAddress.Loopback, status.Door, cancellationToken);
            var greeting = await AzuriteGreeting.ReadAsync(door, cancellationToken);
            if (greeting == $"held {statusPath}")
                return new AzuriteHold(door, status.Port);
            if (greeting == $"closing {statusPath}")
                await EndAsync(door, cancellationToken);
        }
        catch (SocketException)
        {
            // A killed server leaves its status file.
        }

        door.Dispose();
        File.Delete(statusPath);
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            door.Shutdown(SocketShutdown.Send);
            await EndAsync(door, CancellationToken.None);
        }
        catch (SocketException)
        {
            // Gone already.
        }

        door.Dispose();
    }

    private static async Task EndAsync(Socket door, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var ignored = new byte[64];
        while (await door.ReceiveAsync(ignored, patience.Token) > 0) { }
    }

    private static async Task<Status?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize<Status>(await File.ReadAllBytesAsync(path, cancellationToken), JsonSerializerOptions.Web);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private sealed record Status(int Port, int Door);
}
