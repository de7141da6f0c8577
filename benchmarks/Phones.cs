using System.Text;
using System.Text.Json;
using EStation.Testing;

namespace EStation.Benchmarks;

internal sealed class Phones : IDisposable
{
    // The headers that a browser sends with every request.
    private const string Usual =
        "Accept: */*\r\nAccept-Encoding: gzip, deflate, br\r\nAccept-Language: zh-CN,zh;q=0.9\r\n"
        + "User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36\r\n";

    private readonly Connection[] connections;

    private Phones(Connection[] connections) => this.connections = connections;

    public static async Task<Phones> ConnectAsync(HostProcess host, int count) =>
        new(await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Connection.OpenAsync(host.Address))));

    /// <returns>The load, and for each attempt the request that submits it.</returns>
    public async Task<(Load Load, byte[][] Submissions)> StartAsync(string contest, IReadOnlyList<string> tokens)
    {
        var path = $"/api/contests/{contest}/attempts";
        var starts = tokens.Select(token => Request("POST", path, token, "", "{}")).ToArray();
        var submissions = new byte[tokens.Count][];
        var load = await Load.RunAsync(
            connections.Length,
            starts.Length,
            async (phone, i) => submissions[i] = Submission(path, tokens[i], await connections[phone].SendAsync(starts[i]))
        );
        return (load, submissions);
    }

    public Task<Load> SubmitAsync(byte[][] submissions) =>
        Load.RunAsync(connections.Length, submissions.Length, (phone, i) => connections[phone].SendAsync(submissions[i]));

    public void Dispose() => Array.ForEach(connections, connection => connection.Dispose());

    public static byte[] Submission(string path, string token, ReadOnlyMemory<byte> paper)
    {
        using var json = JsonDocument.Parse(paper);
        var answers = json
            .RootElement.GetProperty("questions")
            .EnumerateArray()
            .Select(question => $"\"{question.GetProperty("id").GetString()}\":[\"1\"]");
        return Request(
            "PUT",
            $"{path}/{json.RootElement.GetProperty("attempt").GetString()}",
            token,
            Usual,
            $"{{\"answers\":{{{string.Join(',', answers)}}}}}"
        );
    }

    public static byte[] Request(string method, string path, string? token, string headers, string body) =>
        Encoding.UTF8.GetBytes(
            $"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{(token is null ? "" : $"Authorization: Bearer {token}\r\n")}{headers}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"
        );
}
