using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;
using EStation.Trainings.Notices;

namespace EStation.Benchmarks;

/// <summary>
/// One phone's connection, kept open. The load shares its cores with what it measures, so it does as little as it can: whole requests made
/// beforehand, and of an answer the status and where it ends.
/// </summary>
internal sealed class Connection(Socket socket) : IDisposable
{
    private byte[] buffer = new byte[32 * 1024];

    /// <summary>How many answers were 503.</summary>
    public int Busy { get; private set; }

    public static async Task<Connection> OpenAsync(Uri host)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, host.Port);
        return new Connection(socket);
    }

    /// <summary>Sends until it is known what became of it: after a 503 repeating tells.</summary>
    /// <returns>The body of a success, valid until the next request.</returns>
    public async Task<ReadOnlyMemory<byte>> SendAsync(ReadOnlyMemory<byte> request)
    {
        while (true)
        {
            await socket.SendAsync(request);
            var (status, body) = await ReceiveAsync();
            if (status is >= 200 and < 300)
                return body;
            if (status != 503)
                throw new InvalidOperationException($"The host answered {status}: {Encoding.UTF8.GetString(body.Span)}");
            Busy++;
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task<(int Status, ReadOnlyMemory<byte> Body)> ReceiveAsync()
    {
        var received = 0;
        while (true)
        {
            if (received == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var more = await socket.ReceiveAsync(buffer.AsMemory(received));
            if (more == 0)
                throw new InvalidOperationException("The host closed the connection.");
            received += more;
            if (Frame(buffer.AsSpan(0, received)) is { } frame && received >= frame.Body + frame.Length)
                return (frame.Status, buffer.AsMemory(frame.Body, frame.Length));
        }
    }

    // HTTP/1.1 200 OK, headers with a Content-Length, an empty line, the body.
    private static (int Status, int Body, int Length)? Frame(ReadOnlySpan<byte> answer)
    {
        var body = answer.IndexOf("\r\n\r\n"u8);
        if (body < 0)
            return null;
        var length = answer[..body].IndexOf("Content-Length: "u8);
        return
            length >= 0
            && Utf8Parser.TryParse(answer[9..], out int status, out _)
            && Utf8Parser.TryParse(answer[(length + 16)..], out int bytes, out _)
            ? (status, body + 4, bytes)
            : throw new InvalidOperationException("The host did not say how long its answer is.");
    }
}
