using System.Diagnostics;
using System.Globalization;

namespace EStation.Benchmarks;

internal sealed class ProcessMeter
{
    private readonly IReadOnlyDictionary<string, int> processes;
    private readonly Dictionary<string, TimeSpan> before;
    private readonly TimeSpan machineBefore = BusyOfMachine();
    private readonly Stopwatch watch = Stopwatch.StartNew();

    public ProcessMeter(IReadOnlyDictionary<string, int> processes)
    {
        this.processes = processes;
        before = CpuOfAll();
    }

    public Usage Read()
    {
        var cpu = CpuOfAll().ToDictionary(process => process.Key, process => process.Value - before[process.Key]);
        return new Usage(
            watch.Elapsed,
            BusyOfMachine() - machineBefore,
            cpu,
            processes.ToDictionary(process => process.Key, process => MemoryOf(process.Value))
        );
    }

    private Dictionary<string, TimeSpan> CpuOfAll() =>
        processes.ToDictionary(
            process => process.Key,
            process =>
            {
                using var running = Process.GetProcessById(process.Value);
                return running.TotalProcessorTime;
            }
        );

    private static long MemoryOf(int id)
    {
        using var running = Process.GetProcessById(id);
        return running.WorkingSet64;
    }

    // user, nice, system, idle, iowait, irq, softirq, steal: in hundredths of a second. Time stolen by other guests counts as busy.
    private static TimeSpan BusyOfMachine()
    {
        var times = File.ReadLines("/proc/stat")
            .First()
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(time => long.Parse(time, CultureInfo.InvariantCulture))
            .ToArray();
        return TimeSpan.FromMilliseconds(10 * (times[0] + times[1] + times[2] + times[5] + times[6] + times[7]));
    }
}

/// <param name="Cpu">CPU time by process.</param>
/// <param name="Memory">Resident bytes by process, at the end.</param>
internal sealed record Usage(
    TimeSpan Elapsed,
    TimeSpan Machine,
    IReadOnlyDictionary<string, TimeSpan> Cpu,
    IReadOnlyDictionary<string, long> Memory
)
{
    public double ShareOf(string process) => Cpu[process] / (Elapsed * Environment.ProcessorCount);

    /// <summary>The share of all cores used by everything else: the kernel, other users, other guests.</summary>
    public double ShareOfOthers =>
        Math.Max(0, (Machine - Cpu.Values.Aggregate(TimeSpan.Zero, (sum, one) => sum + one)) / (Elapsed * Environment.ProcessorCount));
}
