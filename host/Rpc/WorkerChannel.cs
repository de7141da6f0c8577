using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost.Rpc;

/// <summary>The gRPC stream of one worker: handshake, functions, invocations, logs. <c>host/README.md</c> draws the order.</summary>
internal sealed class WorkerChannel(string appDirectory, ILoggerFactory loggers)
{
    private const string HostVersion = "4.1037.0";

    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> invocations = new();
    private readonly ConcurrentDictionary<string, ILogger> categories = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<FunctionLoadResponse>> loads = new();
    private readonly TaskCompletionSource<StartStream> started = Source<StartStream>();
    private readonly TaskCompletionSource<WorkerInitResponse> initialised = Source<WorkerInitResponse>();
    private readonly TaskCompletionSource<FunctionMetadataResponse> metadata = Source<FunctionMetadataResponse>();
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string WorkerId { get; } = Guid.NewGuid().ToString();

    public Task Closed => closed.Task;

    /// <summary>The worker's HTTP endpoint for forwarded requests; null before <see cref="ConnectAsync"/>.</summary>
    public Uri? HttpAddress { get; private set; }

    /// <exception cref="StartFailure">The worker reports a failure, or ends.</exception>
    public async Task<IReadOnlyList<RpcFunctionMetadata>> ConnectAsync(CancellationToken cancellationToken)
    {
        await Answer(started, cancellationToken);
        Send(
            new StreamingMessage
            {
                WorkerInitRequest = new WorkerInitRequest
                {
                    HostVersion = HostVersion,
                    FunctionAppDirectory = appDirectory,
                    WorkerDirectory = appDirectory,
                    Capabilities = { ["V2Compatable"] = "true", ["MultiStream"] = "true" },
                },
            }
        );
        var initialised = await Answer(this.initialised, cancellationToken);
        Check(initialised.Result, "did not initialise");
        HttpAddress = initialised.Capabilities.TryGetValue("HttpUri", out var uri) ? new Uri(uri) : null;
        Send(new StreamingMessage { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = appDirectory } });
        var metadata = await Answer(this.metadata, cancellationToken);
        Check(metadata.Result, "could not tell its functions");
        return [.. metadata.FunctionMetadataResults];
    }

    public async Task LoadAsync(RpcFunctionMetadata function, CancellationToken cancellationToken)
    {
        var answer = loads.GetOrAdd(function.FunctionId, _ => Source<FunctionLoadResponse>());
        Send(
            new StreamingMessage
            {
                FunctionLoadRequest = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function },
            }
        );
        Check((await Answer(answer, cancellationToken)).Result, $"could not load {function.Name}");
    }

    /// <summary>Runs a function; a cancellation is passed on to the worker, which still answers.</summary>
    /// <exception cref="WorkerGoneException">The worker ended before it answered.</exception>
    public async Task<StatusResult> InvokeAsync(InvocationRequest request, CancellationToken cancellation)
    {
        var answer = Source<InvocationResponse>();
        invocations[request.InvocationId] = answer;
        try
        {
            Send(new StreamingMessage { InvocationRequest = request });
            if (closed.Task.IsCompleted)
                throw new WorkerGoneException();
            await using var cancelling = cancellation.UnsafeRegister(_ => Cancel(request.InvocationId), null);
            return (await answer.Task).Result;
        }
        finally
        {
            invocations.TryRemove(request.InvocationId, out _);
        }
    }

    public void Terminate(TimeSpan grace) =>
        Send(
            new StreamingMessage
            {
                WorkerTerminate = new WorkerTerminate { GracePeriod = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(grace) },
            }
        );

    public async Task SendAllAsync(IServerStreamWriter<StreamingMessage> stream, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync(cancellationToken))
                await stream.WriteAsync(message, cancellationToken);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or InvalidOperationException)
        {
            // The worker has ended: Close completes the waiting calls.
        }
    }

    public void Receive(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (invocations.TryGetValue(message.InvocationResponse.InvocationId, out var invocation))
                    invocation.TrySetResult(message.InvocationResponse);
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                Log(message.RpcLog);
                break;
            case StreamingMessage.ContentOneofCase.StartStream when message.StartStream.WorkerId == WorkerId:
                started.TrySetResult(message.StartStream);
                break;
            case StreamingMessage.ContentOneofCase.WorkerInitResponse:
                initialised.TrySetResult(message.WorkerInitResponse);
                break;
            case StreamingMessage.ContentOneofCase.FunctionMetadataResponse:
                metadata.TrySetResult(message.FunctionMetadataResponse);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                if (loads.TryGetValue(message.FunctionLoadResponse.FunctionId, out var load))
                    load.TrySetResult(message.FunctionLoadResponse);
                break;
        }
    }

    public void Close()
    {
        closed.TrySetResult();
        outgoing.Writer.TryComplete();
        foreach (var (_, waiting) in invocations)
            waiting.TrySetException(new WorkerGoneException());
    }

    private static TaskCompletionSource<T> Source<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static void Check(StatusResult? result, string what)
    {
        if (result is { Status: not StatusResult.Types.Status.Success })
            throw new StartFailure($"The worker {what}: {(result.Exception?.Message ?? result.Result).ReplaceLineEndings(" ")}");
    }

    private async Task<T> Answer<T>(TaskCompletionSource<T> answer, CancellationToken cancellationToken)
    {
        if (await Task.WhenAny(answer.Task, Closed).WaitAsync(cancellationToken) == Closed)
            throw new StartFailure("The worker ended before it was ready.");
        return await answer.Task;
    }

    private void Send(StreamingMessage message) => outgoing.Writer.TryWrite(message);

    private void Cancel(string invocation) =>
        Send(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = invocation } });

    private void Log(RpcLog log)
    {
        // The logger drops metrics and the worker's own logs at levels that host.json excludes.
        if (log.LogCategory == RpcLog.Types.RpcLogCategory.CustomMetric)
            return;
        var logger = categories.GetOrAdd(log.Category, loggers.CreateLogger);
        var failure = log.Exception is { } exception
            ? $"{Environment.NewLine}{exception.Message}{Environment.NewLine}{exception.StackTrace}"
            : "";
        logger.Log((LogLevel)log.Level, "{Message}{Failure}", log.Message, failure);
    }
}
