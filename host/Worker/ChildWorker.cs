using System.Diagnostics;
using System.Globalization;

namespace EStation.LocalHost.Worker;

/// <summary>The app as a child process, started as the real host does. It ends with this process in every case.</summary>
internal sealed class ChildWorker(string assembly) : IWorker
{
    private TaskCompletionSource<int> ended = new();
    private Process? process;

    public Task<int> Ended => ended.Task;

    public Uri? HttpAddress => null;

    public int? ProcessId => process?.Id;

    public Task StartAsync(WorkerConnection connection, CancellationToken cancellationToken)
    {
        ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process { StartInfo = Command(connection), EnableRaisingEvents = true };
        // The worker prints a wrong setting or a crash on its console.
        process.OutputDataReceived += (_, line) => Relay(Console.Out, line.Data);
        process.ErrorDataReceived += (_, line) => Relay(Console.Error, line.Data);
        process.Exited += (_, _) => _ = EndAsync();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return Task.CompletedTask;
    }

    public Task StopAsync(TimeSpan patience) => Task.WhenAny(Ended, Task.Delay(patience));

    public async ValueTask DisposeAsync()
    {
        if (process is null)
            return;
        if (!Ended.IsCompleted)
            process.Kill();
        await Ended;
        process.Dispose();
    }

    private static void Relay(TextWriter writer, string? line)
    {
        if (line is not null)
            writer.WriteLine(line);
    }

    private async Task EndAsync()
    {
        // The process has exited; this waits for the rest of its output.
        await this.process!.WaitForExitAsync();
        ended.TrySetResult(this.process.ExitCode);
    }

    private ProcessStartInfo Command(WorkerConnection connection)
    {
        var (host, port) = (connection.Endpoint.Host, connection.Endpoint.Port.ToString(CultureInfo.InvariantCulture));
        var most = int.MaxValue.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(
            "dotnet",
            [
                assembly,
                .. (string[])["--host", host, "--port", port, "--workerId", connection.WorkerId, "--requestId", connection.RequestId],
                .. (string[])["--grpcMaxMessageLength", most, "--functions-uri", connection.Endpoint.ToString()],
                .. (string[])["--functions-worker-id", connection.WorkerId, "--functions-request-id", connection.RequestId],
                .. (string[])["--functions-grpc-max-message-length", most],
            ]
        )
        {
            WorkingDirectory = connection.AppDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in connection.Settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment[WorkerConnection.DirectoryVariable] = connection.AppDirectory;
        start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = connection.AppDirectory;
        ParentWatch.AddTo(start);
        return start;
    }
}
