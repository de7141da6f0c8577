using System.Net.Sockets;
using System.Text;

namespace EStation.LocalHost;

/// <summary>The line an Azurite server says to whoever comes to its door. The port may long be another program's.</summary>
internal static class AzuriteGreeting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>Empty when nothing of the kind was said.</returns>
    public static async Task<string> ReadAsync(Socket door, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var buffer = new byte[4096];
        var length = 0;
        try
        {
            while (length < buffer.Length && Array.IndexOf(buffer, (byte)'\n', 0, length) < 0)
            {
                var received = await door.ReceiveAsync(buffer.AsMemory(length), patience.Token);
                if (received == 0)
                    return "";
                length += received;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "";
        }

        return Encoding.UTF8.GetString(buffer, 0, length).TrimEnd('\n');
    }
}
