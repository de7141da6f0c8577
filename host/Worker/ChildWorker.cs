using System.Diagnostics;
using System.Globalization;

namespace EStation.LocalHost.Worker;

/// <summary>The app as a child process, started as the real host does. It ends with this process, whatever ends this process.</summary>
internal sealed class ChildWorker(string assembly) : IWorker
{
    private TaskCompletionSource<int> _ended = new();
    private Process? _process;

    public Task<int> Ended => _ended.Task;

    public Uri? HttpAddress => null;

    public int? ProcessId => _process?.Id;

    public Task StartAsync(WorkerConnection connection, CancellationToken cancellationToken)
    {
        _ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = Command(connection), EnableRaisingEvents = true };
        // A setting that is wrong, or a crash, is told by the worker on its console.
        _process.OutputDataReceived += (_, line) => Relay(Console.Out, line.Data);
        _process.ErrorDataReceived += (_, line) => Relay(Console.Error, line.Data);
        _process.Exited += (_, _) => _ = EndAsync();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        return Task.CompletedTask;
    }

    public Task StopAsync(TimeSpan patience) => Task.WhenAny(Ended, Task.Delay(patience));

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
            return;
        if (!Ended.IsCompleted)
            _process.Kill();
        await Ended;
        _process.Dispose();
    }

    private static void Relay(TextWriter writer, string? line)
    {
        if (line is not null)
            writer.WriteLine(line);
    }

    private async Task EndAsync()
    {
        // The process has exited; this waits for the rest of its output.
        await _process!.WaitForExitAsync();
        _ended.TrySetResult(_process.ExitCode);
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
