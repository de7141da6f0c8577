using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EStation.Benchmarks;

/// <summary>A connection of one phone, kept open. It shares the cores with the host under test, so it sends prebuilt requests and reads
/// only the status and the length of an answer.</summary>
internal sealed class Connection(Socket socket) : IDisposable
{
    private byte[] buffer = new byte[32 * 1024];

    public int Busy { get; private set; }

    public static async Task<Connection> OpenAsync(Uri host)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, host.Port);
        return new Connection(socket);
    }

    /// <summary>Sends until the answer is not 503: a repeated request returns the stored result.</summary>
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
