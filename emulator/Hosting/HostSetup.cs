using System.Reflection;

namespace EStation.Emulator;

/// <summary>What a test or benchmark may choose; a host started from the command line has the defaults.</summary>
internal sealed record HostSetup
{
    /// <summary>Where the functions are; the entry assembly when not given.</summary>
    public Assembly? Functions { get; init; }

    /// <summary>Only these classes instead of a whole assembly.</summary>
    public IReadOnlyCollection<Type>? FunctionTypes { get; init; }

    /// <summary>The folder of host.json and local.settings.json.</summary>
    public string ContentRoot { get; init; } = AppContext.BaseDirectory;

    /// <summary>Settings that win over the environment.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Instead of what host.json says; may poll faster than that allows.</summary>
    public LeaseTiming? Leases { get; init; }

    /// <summary>How long a stop waits for timers that are running.</summary>
    public TimeSpan TimerPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Start failures end the process with one line instead of being thrown.</summary>
    public bool ExitOnFailure { get; init; }
}
