using EStation.LocalHost;

[assembly: AssemblyFixture(typeof(SharedAzurite))]

namespace EStation.LocalHost;

/// <summary>One Azurite for all test classes, which keep apart by names of their own.</summary>
public sealed class SharedAzurite : IAsyncLifetime
{
    private const string Account = "hosttests";

    private Azurite azurite = null!;

    public string ConnectionString => azurite.ConnectionString(Account);

    public async ValueTask InitializeAsync() =>
        azurite = await Azurite.StartAsync(new AzuriteSetup { Accounts = [Account], InMemory = true });

    public ValueTask DisposeAsync() => azurite.DisposeAsync();
}
