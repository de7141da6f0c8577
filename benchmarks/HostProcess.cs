using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EStation.Benchmarks;

/// <summary>The app in a process of its own, as built beside the benchmarks.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private readonly Process process;

    private HostProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public int Id => process.Id;

    public static async Task<HostProcess> StartAsync(Stage stage, string connectionString)
    {
        var folder = AppContext.BaseDirectory.Replace("EStation.Benchmarks", "EStation.Functions", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "EStation.Functions.dll"), "--port", "0"]) { RedirectStandardOutput = true };
        start.Environment["AzureWebJobsStorage"] = connectionString;
        start.Environment["Local__DataPath"] = Path.Combine(Path.GetTempPath(), "estation-benchmarks");
        start.Environment["Secrets__Master"] = Convert.ToBase64String(stage.MasterSecret);
        start.Environment["AzureWebJobs.RollUp.Disabled"] = "true";
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is not { Success: true } match)
                continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return new HostProcess(process, new Uri(match.Groups[1].Value));
        }

        throw new InvalidOperationException("The host did not start; its error is above.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex("Now listening on: (http://\\S+)")]
    private static partial Regex Listening();
}
