using EStation.LocalHost.Worker;

namespace EStation.LocalHost;

/// <summary>What a host is started with.</summary>
internal sealed record HostSetup
{
    /// <summary>The app.</summary>
    public required IWorker Worker { get; init; }

    /// <summary>The folder of host.json and local.settings.json.</summary>
    public string ContentRoot { get; init; } = AppContext.BaseDirectory;

    /// <summary>The host's address and port.</summary>
    public CommandLine CommandLine { get; init; } = CommandLine.Parse([]);

    /// <summary>Settings that win over the environment.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>The clock of timers.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long a stop waits for timers that are running, and then for the worker.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Instead of what host.json says; may poll faster than that allows.</summary>
    public LeaseTiming? Leases { get; init; }
}
