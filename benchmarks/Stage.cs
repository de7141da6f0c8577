using System.Globalization;
using EStation.Identity;
using EStation.LocalHost;
using EStation.Storage;
using EStation.Testing;

namespace EStation.Benchmarks;

/// <summary>The environment of all benchmarks: one Azurite in two processes, and host processes on request.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const int Accounts = 100;
    private readonly DirectoryInfo folder;
    private readonly Azurite azurite;
    private int taken = -1;

    private Stage(DirectoryInfo folder, Azurite azurite, bool quick) => (this.folder, this.azurite, Quick) = (folder, azurite, quick);

    public static string SourceRoot =>
        SourceTree.Root ?? throw new InvalidOperationException("The benchmarks run outside their source tree.");

    public bool Quick { get; }

    public static Secrets Secrets { get; } = new(new SecretsOptions(Convert.FromBase64String(HostProcess.MasterSecret), null));

    public static async Task<Stage> SetAsync(bool quick)
    {
        Progress.Say("Starting Azurite ...");
        var folder = Directory.CreateTempSubdirectory("benchmarks-");
        return new Stage(
            folder,
            await Azurite.StartAsync(
                new AzuriteSetup
                {
                    Folder = folder.FullName,
                    InMemory = true,
                    Accounts = [.. Enumerable.Range(0, Accounts).Select(NameOf)],
                }
            ),
            quick
        );
    }

    public string NewAccount() => azurite.ConnectionString(NameOf(Interlocked.Increment(ref taken)));

    public static StorageAccounts Storage(string account) =>
        new(new StorageOptions(account, null, null, null, null, new Dictionary<string, string>(), CreateMissing: true), []);

    /// <summary>Starts the app in its own process, with its timers off.</summary>
    public Task<HostProcess> StartHostAsync(string account, IReadOnlyDictionary<string, string>? settings = null) =>
        HostProcess.StartAsync(
            account,
            folder.FullName,
            new Dictionary<string, string>(settings ?? new Dictionary<string, string>()) { ["AzureWebJobs.RollUp.Disabled"] = "true" }
        );

    /// <summary>Starts an app without our code in its own process: it shows the cost of the platform.</summary>
    public Task<HostProcess> StartPlatformAsync(string account) =>
        HostProcess.StartAsync(
            account,
            Directory.CreateDirectory(Path.Combine(folder.FullName, "platform")).FullName,
            new Dictionary<string, string>
            {
                ["AzureWebJobs.Minutely.Disabled"] = "true",
                ["AzureWebJobs.Often.Disabled"] = "true",
                ["MinutelySchedule"] = "0 * * * * *",
                ["AzureFunctionsJobHost:extensions:http:maxConcurrentRequests"] = "1000",
                ["AzureFunctionsJobHost:extensions:http:maxOutstandingRequests"] = "4000",
            },
            "EStation.Conformance.App"
        );

    public ProcessMeter Meter(HostProcess? host = null)
    {
        var processes = new Dictionary<string, int>
        {
            ["load"] = Environment.ProcessId,
            ["table"] = AzuriteServer("table"),
            ["blob"] = AzuriteServer("blob"),
        };
        if (host is not null)
        {
            processes["host"] = host.Id;
            processes["worker"] = host.WorkerId;
        }

        return new ProcessMeter(processes);
    }

    public async ValueTask DisposeAsync()
    {
        await azurite.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string NameOf(int account) => string.Create(CultureInfo.InvariantCulture, $"bench{account:D2}");

    // Our Azurite is the one that works in our folder: others may run on the same machine.
    private int AzuriteServer(string kind) =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(process => int.TryParse(Path.GetFileName(process), out var id) ? id : 0)
            .First(id =>
                id > 0 && IsOurs(id) && File.ReadAllText($"/proc/{id}/cmdline").Contains($"/{kind}/main.js", StringComparison.Ordinal)
            );

    private bool IsOurs(int process)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{process}/cwd", returnFinalTarget: false)?.FullName == folder.FullName;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
