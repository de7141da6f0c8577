using System.Diagnostics;
using System.Text;

namespace EStation.Films;

/// <summary>Runs ffmpeg with nothing but its arguments: an empty environment, a working folder, and limits of the system.</summary>
internal sealed class Ffmpeg(string path, FfmpegLimits limits)
{
    private const int MostOutput = 64 * 1024;

    // dash and bash know these: seconds of CPU, KiB of address space, blocks of 512 bytes a file, open files, no core dumps.
    private const string Limited = "ulimit -t \"$1\"; ulimit -v \"$2\"; ulimit -f \"$3\"; ulimit -n 64; ulimit -c 0; shift 3; exec \"$@\"";

    public async Task<Ran> RunAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = CommandOf(folder, arguments) };
        process.Start();
        process.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(limits.Time);
        try
        {
            var output = await ReadAsync(process.StandardError, patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new Ran(process.ExitCode, output);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new FlawedFilmException(Flaw.TooHeavy);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo CommandOf(string folder, IEnumerable<string> arguments)
    {
        string[] command = [path, "-hide_banner", "-nostdin", "-nostats", .. arguments];
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(command[0], command[1..])
            : new ProcessStartInfo(
                "/bin/sh",
                [
                    "-c",
                    Limited,
                    "sh",
                    $"{limits.Cpu.TotalSeconds:0}",
                    $"{limits.MemoryBytes / 1024}",
                    $"{limits.FileBytes / 512}",
                    .. command,
                ]
            );
        start.WorkingDirectory = folder;
        start.RedirectStandardInput = true;
        start.RedirectStandardError = true;
        start.Environment.Clear();
        return start;
    }

    /// <summary>A hostile film could print without end: the rest is read and dropped.</summary>
    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var buffer = new char[4096];
        for (int read; (read = await reader.ReadAsync(buffer, cancellation)) > 0; )
            text.Append(buffer, 0, Math.Min(read, MostOutput - text.Length));
        return text.ToString();
    }
}

internal sealed record Ran(int ExitCode, string Output);

/// <param name="MemoryBytes">Of address space, which is more than the memory in use.</param>
/// <param name="FileBytes">Of each file that ffmpeg writes.</param>
internal sealed record FfmpegLimits(TimeSpan Time, TimeSpan Cpu, long MemoryBytes, long FileBytes)
{
    public static readonly FfmpegLimits Usual = new(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(45), 3L << 30, 512L << 20);
}
