using System.Security.Cryptography;
using EStation.Emulator;
using EStation.Identity;
using EStation.Storage;

namespace EStation.Benchmarks;

/// <summary>What every benchmark plays on: one Azurite, its two servers two processes, and a host process where one is asked for.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly Azurite azurite;

    private Stage(Azurite azurite) => this.azurite = azurite;

    public static string SourceRoot { get; } = FindSourceRoot();

    public byte[] MasterSecret { get; } = RandomNumberGenerator.GetBytes(32);

    public Secrets Secrets => new(new SecretsOptions(MasterSecret, null));

    public static async Task<Stage> SetAsync()
    {
        Progress.Say("Starting Azurite ...");
        string[] accounts = [.. Enumerable.Range(0, 100).Select(number => $"bench{number:D2}")];
        return new Stage(await Azurite.StartAsync(new AzuriteSetup { InMemory = true, Accounts = accounts }));
    }

    private int taken = -1;

    /// <summary>A storage account that nobody has used.</summary>
    public string NewAccount() => azurite.ConnectionString($"bench{Interlocked.Increment(ref taken):D2}");

    public static StorageAccounts Accounts(string connectionString) =>
        new(new StorageOptions(connectionString, null, null, null, new Dictionary<string, string>(), CreateMissing: true), []);

    public ValueTask DisposeAsync() => azurite.DisposeAsync();

    private static string FindSourceRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EStation.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The benchmarks run outside their source tree.");
        return folder.FullName;
    }
}
