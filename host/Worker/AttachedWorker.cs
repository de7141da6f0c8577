namespace EStation.LocalHost.Worker;

/// <summary>The app that contains the host in its process; it reads the host's endpoint from the environment.</summary>
internal sealed class AttachedWorker : IWorker
{
    private readonly TaskCompletionSource prepared = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Prepared => prepared.Task;

    public Task<int> Ended { get; } = new TaskCompletionSource<int>().Task;

    public Uri? HttpAddress => null;

    public Task StartAsync(WorkerConnection connection, CancellationToken cancellationToken)
    {
        Environment.SetEnvironmentVariable(WorkerConnection.DirectoryVariable, connection.AppDirectory);
        foreach (var (name, value) in connection.Settings.Concat(connection.Keys))
            Environment.SetEnvironmentVariable(name.Replace(":", "__", StringComparison.Ordinal), value);
        prepared.TrySetResult();
        return Task.CompletedTask;
    }

    public Task StopAsync(TimeSpan patience) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
