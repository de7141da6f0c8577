using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.LocalHost;

/// <summary>Hosts of timers under a clock that the test moves, with a host id of their own on the shared storage.</summary>
internal sealed class TimerStage(SharedAzurite azurite)
{
    private static readonly TimeSpan Polling = TimeSpan.FromMilliseconds(50);

    public string HostId { get; } = Guid.NewGuid().ToString("N");

    public WatchedTime Time { get; } = new(new DateTimeOffset(2026, 3, 1, 8, 0, 30, TimeSpan.Zero));

    public BlobContainerClient Container { get; } =
        new(azurite.ConnectionString, TimerStorage.ContainerName, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06));

    public Task<RunningHost> StartAsync(Type functions, Ticks ticks, params (string Name, string? Value)[] settings) =>
        RunningHost.StartAsync(
            [functions],
            builder => builder.Services.AddSingleton(ticks),
            settings: new(settings.ToDictionary(setting => setting.Name, setting => setting.Value))
            {
                ["AzureWebJobsStorage"] = azurite.ConnectionString,
                ["AzureFunctionsWebHost:hostid"] = HostId,
            },
            leases: new LeaseTiming(TimeSpan.FromSeconds(15), Polling),
            time: Time
        );

    /// <summary>Lets time pass until the timer is due, and waits for it to fire.</summary>
    public async Task<TimerInfo> NextAsync(Ticks ticks)
    {
        await Time.AdvanceToNextAsync(TestContext.Current.CancellationToken);
        return await NowAsync(ticks);
    }

    public static Task<TimerInfo> NowAsync(Ticks ticks) => ticks.Fired.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

    public TimerStatusBlob Status(string function) => new(Container, HostId, function);
}
