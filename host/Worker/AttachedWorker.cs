namespace EStation.LocalHost.Worker;

/// <summary>The app in whose process the host was started: it reads from the environment where to connect.</summary>
internal sealed class AttachedWorker : IWorker
{
    private readonly TaskCompletionSource prepared = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the app may start.</summary>
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
