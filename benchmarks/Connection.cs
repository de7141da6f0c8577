using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace EStation.Benchmarks;

/// <summary>
/// One phone's connection, kept open. The load shares its cores with what it measures, so it does as little as it can: whole requests made
/// beforehand, and of an answer the status and where it ends.
/// </summary>
internal sealed class Connection(Socket socket) : IDisposable
{
    private byte[] buffer = new byte[32 * 1024];

    public static async Task<Connection> OpenAsync(Uri host)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, host.Port);
        return new Connection(socket);
    }

    /// <returns>The body, valid until the next request.</returns>
    /// <exception cref="InvalidOperationException">Another status was answered.</exception>
    public async Task<ReadOnlyMemory<byte>> SendAsync(ReadOnlyMemory<byte> request, int expected)
    {
        await socket.SendAsync(request);
        var received = 0;
        while (true)
        {
            if (received == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var more = await socket.ReceiveAsync(buffer.AsMemory(received));
            if (more == 0)
                throw new InvalidOperationException("The host closed the connection.");
            received += more;
            if (End(buffer.AsSpan(0, received)) is not { } end || received < end.Body + end.Length)
                continue;
            if (StatusOf(buffer) != expected)
                throw new InvalidOperationException("The host answered " + System.Text.Encoding.UTF8.GetString(buffer, 0, received));
            return buffer.AsMemory(end.Body, end.Length);
        }
    }

    public void Dispose() => socket.Dispose();

    private static (int Body, int Length)? End(ReadOnlySpan<byte> answer)
    {
        var body = answer.IndexOf("\r\n\r\n"u8);
        if (body < 0)
            return null;
        var length = answer[..body].IndexOf("Content-Length: "u8);
        return length >= 0 && Utf8Parser.TryParse(answer[(length + 16)..], out int bytes, out _)
            ? (body + 4, bytes)
            : throw new InvalidOperationException("The host did not say how long its answer is.");
    }

    // HTTP/1.1 200 OK
    private static int StatusOf(ReadOnlySpan<byte> answer) => Utf8Parser.TryParse(answer[9..], out int status, out _) ? status : 0;
}
