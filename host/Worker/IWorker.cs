namespace EStation.LocalHost.Worker;

/// <summary>How the app runs beside this host: as a child process, in this process, or as the process that started the host.</summary>
internal interface IWorker : IAsyncDisposable
{
    /// <summary>Completes when the worker has ended, with its exit code.</summary>
    Task<int> Ended { get; }

    /// <summary>The worker's HTTP endpoint where its capabilities cannot say it.</summary>
    Uri? HttpAddress { get; }

    /// <summary>Starts it; it connects by itself.</summary>
    Task StartAsync(WorkerConnection connection, CancellationToken cancellationToken);

    /// <summary>Waits until it has ended, and ends it when that takes too long.</summary>
    Task StopAsync(TimeSpan patience);
}
