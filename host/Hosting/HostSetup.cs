using EStation.LocalHost.Worker;

namespace EStation.LocalHost;

internal sealed record HostSetup
{
    public required IWorker Worker { get; init; }

    /// <summary>The folder of host.json and local.settings.json.</summary>
    public string ContentRoot { get; init; } = AppContext.BaseDirectory;

    public CommandLine CommandLine { get; init; } = CommandLine.Parse([]);

    /// <summary>Settings that take precedence over the environment.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The timeout of a stop, for running timers and then for the worker.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Replaces the values of host.json, and may poll faster than those allow.</summary>
    public LeaseTiming? Leases { get; init; }
}
