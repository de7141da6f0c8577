using EStation.LocalHost.Rpc;
using EStation.LocalHost.Worker;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

internal sealed class ConnectedWorker : IAsyncDisposable
{
    /// <summary>The timeout and the number of restarts are those of the real host.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ExitPatience = TimeSpan.FromSeconds(10);
    private const int MostStarts = 3;

    private readonly IWorker worker;
    private readonly RpcServer endpoint;

    private ConnectedWorker(IWorker worker, RpcServer endpoint, WorkerChannel channel)
    {
        this.worker = worker;
        this.endpoint = endpoint;
        Channel = channel;
    }

    public WorkerChannel Channel { get; }

    public FunctionCatalog Functions { get; private set; } = new([]);

    public Uri HttpAddress =>
        this.worker.HttpAddress ?? Channel.HttpAddress ?? throw new StartFailure("The worker tells no HTTP endpoint.");

    /// <exception cref="StartFailure">The worker reports a failure, keeps crashing, or does not connect in time.</exception>
    public static async Task<ConnectedWorker> StartAsync(
        IWorker worker,
        string appDirectory,
        IReadOnlyDictionary<string, string?> settings,
        ILoggerFactory loggers,
        CancellationToken cancellationToken
    )
    {
        for (var start = 1; ; start++)
        {
            var channel = new WorkerChannel(appDirectory, loggers);
            var endpoint = await RpcServer.StartAsync(channel, cancellationToken);
            var connected = new ConnectedWorker(worker, endpoint, channel);
            try
            {
                var connection = new WorkerConnection(endpoint.Address, channel.WorkerId, appDirectory, settings);
                if (await connected.ConnectAsync(connection, cancellationToken) is not { } exitCode)
                    return connected;
                // Other codes than 1 are crashes: for example, another process took the port that the worker had found free.
                if (exitCode is 0 or 1 || start == MostStarts)
                    throw new StartFailure($"The worker ended with code {exitCode} before it was ready.");
                await connected.DisposeAsync();
            }
            catch
            {
                await connected.DisposeAsync();
                throw;
            }
        }
    }

    public async Task StopAsync(TimeSpan patience)
    {
        Channel.Terminate(patience);
        await worker.StopAsync(patience);
    }

    public async ValueTask DisposeAsync()
    {
        await this.worker.DisposeAsync();
        await endpoint.DisposeAsync();
    }

    /// <returns>The exit code of a worker that ended before it was ready, else null.</returns>
    private async Task<int?> ConnectAsync(WorkerConnection connection, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await this.worker.StartAsync(connection, patience.Token);
            var loading = LoadAsync(patience.Token);
            await Task.WhenAny(loading, this.worker.Ended);
            // The stream of a dying worker closes before its process has exited.
            if (Channel.Closed.IsCompleted)
                await Task.WhenAny(this.worker.Ended, Task.Delay(ExitPatience, patience.Token));
            if (this.worker.Ended.IsCompleted)
                return await this.worker.Ended;
            Functions = await loading;
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StartFailure($"The worker did not connect within {Patience}.");
        }
    }

    private async Task<FunctionCatalog> LoadAsync(CancellationToken cancellationToken)
    {
        var functions = new FunctionCatalog(await Channel.ConnectAsync(cancellationToken));
        await Task.WhenAll(functions.All.Select(function => Channel.LoadAsync(function.Metadata, cancellationToken)));
        return functions;
    }
}
