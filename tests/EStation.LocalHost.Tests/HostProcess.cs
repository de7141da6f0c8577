using System.Diagnostics;
using System.Text;

namespace EStation.LocalHost;

/// <summary>A host of <see cref="ServedFunctions"/> as a process of its own, to be stopped and killed as users do.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly Task<string> errors;

    public HostProcess(string folder, IReadOnlyDictionary<string, string?> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HostProcess).Assembly.Location, "serve", .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = Process.Start(start)!;
        errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>A folder with a host.json and settings for an Azurite of its own on two free ports.</summary>
    public static Dictionary<string, string?> Prepare(TemporaryFolder folder)
    {
        File.WriteAllText(folder.File("host.json"), """{ "version": "2.0", "extensions": { "http": { "routePrefix": "" } } }""");
        var (blob, table) = (FreePort(), FreePort());
        return new Dictionary<string, string?>
        {
            ["Local__DataPath"] = folder.File("data"),
            ["AzureWebJobsStorage"] =
                $"AccountName={DevelopmentAccount.Name};AccountKey={DevelopmentAccount.Key};"
                + $"BlobEndpoint=http://127.0.0.1:{blob}/{DevelopmentAccount.Name};TableEndpoint=http://127.0.0.1:{table}/{DevelopmentAccount.Name}",
        };
    }

    public async Task<HostProcess> ListeningAsync()
    {
        const string Said = "Now listening on: ";
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            output.AppendLine(line);
            if (!line.StartsWith(Said, StringComparison.Ordinal))
                continue;
            Client = new HttpClient { BaseAddress = new Uri(line[Said.Length..]) };
            return this;
        }

        throw new InvalidOperationException($"The host did not start: {output} {await errors}");
    }

    /// <summary>SIGKILL: nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {process.Id}"]);
        return (await EndAsync()).ExitCode;
    }

    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await errors);
    }

    public void Dispose()
    {
        Client?.Dispose();
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    /// <summary>Below the range from which the system gives ports to whoever asks for any.</summary>
    private static int FreePort()
    {
        int port;
        do port = Random.Shared.Next(20000, 30000);
        while (AzuriteServer.IsOpen(port));
        return port;
    }
}
