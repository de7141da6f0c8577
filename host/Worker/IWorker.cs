namespace EStation.LocalHost.Worker;

/// <summary>The way the app runs beside this host: as a child process, in this process, or as the process that started the host.</summary>
internal interface IWorker : IAsyncDisposable
{
    Task<int> Ended { get; }

    /// <summary>The worker's HTTP endpoint when its capabilities do not contain it.</summary>
    Uri? HttpAddress { get; }

    Task StartAsync(WorkerConnection connection, CancellationToken cancellationToken);

    /// <summary>Waits for the end, and kills the worker after the timeout.</summary>
    Task StopAsync(TimeSpan patience);
}
