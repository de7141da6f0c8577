using System.Globalization;
using EStation.LocalHost;

[assembly: AssemblyFixture(typeof(EStation.Testing.TestStorage))]

namespace EStation.Testing;

/// <summary>One Azurite for all tests; each test class that asks has a storage account of its own in it.</summary>
public sealed class TestStorage : IAsyncLifetime
{
    private const int MostAccounts = 1_100; // their names and keys are one environment variable, of at most 128 KiB
    private static readonly string[] Accounts =
    [
        .. Enumerable.Range(0, MostAccounts).Select(number => string.Create(CultureInfo.InvariantCulture, $"test{number:D4}")),
    ];

    private Azurite? azurite;
    private int taken = -1;

    public async ValueTask InitializeAsync() =>
        azurite = await Azurite.StartAsync(new AzuriteSetup { InMemory = true, Accounts = Accounts });

    public ValueTask DisposeAsync() => azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The connection string of an account that nobody else has.</summary>
    public string NewAccount() => azurite!.ConnectionString(Accounts[Interlocked.Increment(ref taken)]);
}
