using System.Diagnostics;

namespace EStation.Benchmarks;

/// <summary>CPU time of the processes that take part, between two readings, and their memory.</summary>
internal sealed class ProcessMeter
{
    private readonly (string Name, int Id)[] processes;
    private readonly Dictionary<int, TimeSpan> before;
    private readonly Stopwatch watch = Stopwatch.StartNew();

    public ProcessMeter(HostProcess? host)
    {
        processes =
        [
            ("load", Environment.ProcessId),
            .. host is null ? Array.Empty<(string, int)>() : [("host", host.Id)],
            .. AzuriteServers(),
        ];
        before = processes.ToDictionary(process => process.Id, process => CpuOf(process.Id));
    }

    /// <summary>Each process's share of one core since the meter was made, and its resident memory.</summary>
    public string Read() => string.Join(", ", processes.Select(process =>
    {
        var share = (CpuOf(process.Id) - before[process.Id]) / watch.Elapsed;
        using var running = Process.GetProcessById(process.Id);
        return $"{process.Name} {share:P0} {running.WorkingSet64 >> 20} MB";
    }));

    private static TimeSpan CpuOf(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.TotalProcessorTime;
    }

    // Azurite's servers are our children's children; their command lines tell which is which.
    private static IEnumerable<(string Name, int Id)> AzuriteServers()
    {
        foreach (var process in Process.GetProcessesByName("node"))
        {
            using (process)
            {
                var command = File.ReadAllText($"/proc/{process.Id}/cmdline");
                if (!command.Contains("inMemoryPersistence", StringComparison.Ordinal))
                    continue;
                yield return (command.Contains("/table/", StringComparison.Ordinal) ? "table" : "blob", process.Id);
            }
        }
    }
}
