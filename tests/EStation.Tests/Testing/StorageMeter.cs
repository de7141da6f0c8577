using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace EStation.Testing;

/// <summary>Sees every request to storage, each retry too: counts it, and breaks it before or after sending where a test says so.</summary>
internal sealed class StorageMeter : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<(string Method, string Path)> requests = new();
    private long bytes;

    /// <summary>Asked for each request, before it is sent and after it has been answered.</summary>
    public Func<Request, When, Fault> Faults { get; set; } = (_, _) => Fault.None;

    /// <summary>Awaited before each request is sent: a line on which things take their time.</summary>
    public Func<Request, Task> Hold { get; set; } = _ => Task.CompletedTask;

    public int Writes => requests.Count(request => request.Method is not ("GET" or "HEAD"));

    public int Reads => requests.Count(request => request.Method is "GET" or "HEAD");

    /// <summary>Entity group transactions.</summary>
    public int Batches => requests.Count(request => request.Path.EndsWith("/$batch", StringComparison.Ordinal));

    public int All => requests.Count;

    public IReadOnlyCollection<(string Method, string Path)> Requests => requests;

    /// <summary>What went over the wire in bodies, both ways.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    public void Reset()
    {
        requests.Clear();
        Interlocked.Exchange(ref bytes, 0);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessAsync(message, pipeline).AsTask().GetAwaiter().GetResult();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        requests.Enqueue((message.Request.Method.Method, message.Request.Uri.ToUri().AbsolutePath));
        Break(message, When.BeforeSending);
        await Hold(message.Request);
        await ProcessNextAsync(message, pipeline);
        var sent = message.Request.Content is { } content && content.TryComputeLength(out var length) ? length : 0;
        Interlocked.Add(
            ref bytes,
            sent
                + (
                    message.Request.Method == RequestMethod.Head
                        ? 0
                        : message.Response.Headers.ContentLength
                            ?? (message.Response.ContentStream is { CanSeek: true } body ? body.Length : 0)
                )
        );
        Break(message, When.AfterSending);
    }

    private void Break(HttpMessage message, When when)
    {
        if (Faults(message.Request, when) == Fault.Disconnect)
            throw new IOException($"The test broke the connection ({when}).");
    }
}

internal enum When
{
    BeforeSending,
    AfterSending,
}

internal enum Fault
{
    None,
    Disconnect,
}
