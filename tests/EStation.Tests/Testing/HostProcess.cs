using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EStation.Testing;

/// <summary>The app as its users start it: a process of its own, which can be killed.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    /// <summary>The master secret of hosts that we start; hosts that share a storage share it.</summary>
    public static readonly string MasterSecret = Convert.ToBase64String(SHA256.HashData("tests"u8));

    /// <summary>Of a storage that shares two cores with tests; tests of a slow storage say their own.</summary>
    public const string StorageTimeout = "60000";

    private const int Interrupt = 2;

    private const string App = "EStation.Functions";
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);
    private readonly Process process;
    private readonly string dataPath;

    private HostProcess(Process process, string dataPath, Uri address)
    {
        this.process = process;
        this.dataPath = dataPath;
        Http = new HttpClient { BaseAddress = address };
    }

    public HttpClient Http { get; }

    public Uri Address => Http.BaseAddress!;

    public int Id => process.Id;

    /// <summary>The host's child that runs the functions (Linux).</summary>
    public int WorkerId =>
        File.ReadAllText($"/proc/{Id}/task/{Id}/children")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(int.Parse)
            .Single(child => File.ReadAllText($"/proc/{child}/cmdline").Contains("--functions-worker-id", StringComparison.Ordinal));

    /// <summary>Starts a host and waits until it listens.</summary>
    /// <param name="connectionString">Its storage.</param>
    /// <param name="dataPath">The folder of its keys; hosts that belong together share it.</param>
    /// <param name="settings">Over those of local.settings.json, by their names with a colon.</param>
    /// <param name="app">The function app's assembly.</param>
    public static async Task<HostProcess> StartAsync(
        string connectionString,
        string dataPath,
        IReadOnlyDictionary<string, string>? settings = null,
        string app = App
    )
    {
        var process = new Process { StartInfo = Command(connectionString, dataPath, settings ?? new Dictionary<string, string>(), app) };
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        void Hear(string? line)
        {
            lock (said)
                said.Add(line ?? "(end)");
            if (Listening().Match(line ?? "") is { Success: true } match)
                listening.TrySetResult(new Uri(match.Groups[1].Value));
        }

        process.OutputDataReceived += (_, output) => Hear(output.Data);
        process.ErrorDataReceived += (_, output) => Hear(output.Data);
        HearInterrupts();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(listening.Task, ended, Task.Delay(StartLimit)) != listening.Task)
        {
            process.Kill(entireProcessTree: true);
            lock (said)
                throw new InvalidOperationException("The host did not start: " + string.Join(Environment.NewLine, said));
        }

        var host = new HostProcess(process, dataPath, await listening.Task);
        if (app == App)
            await host.ReadyAsync();
        return host;
    }

    /// <summary>The command that starts the app, its own output beside that of whoever starts it.</summary>
    public static ProcessStartInfo Command(
        string connectionString,
        string dataPath,
        IReadOnlyDictionary<string, string> settings,
        string app = App
    )
    {
        var folder = AppContext.BaseDirectory.Replace(Assembly.GetExecutingAssembly().GetName().Name!, app, StringComparison.Ordinal);
        var host = typeof(LocalHost.FunctionsHost).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [host, Path.Combine(folder, $"{app}.dll"), "--port", "0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["AzureWebJobsStorage"] = connectionString;
        start.Environment["Local__DataPath"] = dataPath;
        start.Environment["Secrets__Master"] = MasterSecret;
        start.Environment["Storage__TimeoutMilliseconds"] = StorageTimeout;
        foreach (var (name, value) in settings)
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    /// <summary>Runs a timer function now, with the master key.</summary>
    public async Task<HttpResponseMessage> RunTimerAsync(string function)
    {
        var keys = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(dataPath, "secrets", "host.json")))!;
        var request = new HttpRequestMessage(HttpMethod.Post, $"admin/functions/{function}") { Content = JsonContent.Create(new { }) };
        request.Headers.Add("x-functions-key", (string)keys["masterKey"]!["value"]!);
        return await Http.SendAsync(request);
    }

    /// <summary>It listens before its tables are there; a request waits for them, and is told to come again on a slow machine.</summary>
    private async Task ReadyAsync()
    {
        using var limit = new CancellationTokenSource(StartLimit);
        while (true)
        {
            using var answer = await Http.GetAsync("api/contests", limit.Token);
            if (answer.IsSuccessStatusCode)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        }
    }

    /// <summary>kill -9: whatever it was doing.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and waiting for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        const int Terminate = 15;
        _ = Signal(process.Id, Terminate);
        return await EndAsync();
    }

    /// <summary>Ctrl+C: SIGINT to every process of the terminal's group, the worker too.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> InterruptAsync()
    {
        var worker = WorkerId;
        _ = Signal(process.Id, Interrupt);
        _ = Signal(worker, Interrupt);
        return await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(StartLimit);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    // A background job of a shell without job control ignores SIGINT, and so would every process that it starts.
    private static void HearInterrupts()
    {
        const string Ignored = "SigIgn:";
        var mask = File.ReadLines("/proc/self/status").Single(line => line.StartsWith(Ignored, StringComparison.Ordinal))[Ignored.Length..];
        if ((Convert.ToUInt64(mask.Trim(), 16) & (1UL << (Interrupt - 1))) != 0)
            _ = Handle(Interrupt, IntPtr.Zero);
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial IntPtr Handle(int signal, IntPtr handler);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);

    [GeneratedRegex("Now listening on: (http://\\S+)")]
    private static partial Regex Listening();
}
