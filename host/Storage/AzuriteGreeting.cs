using System.Net.Sockets;
using System.Text;

namespace EStation.LocalHost;

/// <summary>The line that an Azurite server sends on connection. Another program may have taken the port.</summary>
internal static class AzuriteGreeting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>Empty without such a line.</returns>
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
