using Azure.Core.Pipeline;
using EStation.Generator;
using EStation.Showcase.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EStation.Testing;

/// <summary>
/// The whole app in this process, on a storage account of its own, with a clock that the test moves. Its timers do not run by themselves:
/// moving the clock would start them.
/// </summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly LocalApp app;

    private TestHost(LocalApp app, FakeTimeProvider time, StorageMeter meter, string connectionString)
    {
        this.app = app;
        Time = time;
        Meter = meter;
        ConnectionString = connectionString;
        Http = new HttpClient { BaseAddress = app.Address };
    }

    public HttpClient Http { get; }

    public FakeTimeProvider Time { get; }

    /// <summary>Counts, and breaks, what goes to storage.</summary>
    public StorageMeter Meter { get; }

    public string ConnectionString { get; }

    public IServiceProvider Services => app.Services;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <param name="storage">The tests' Azurite.</param>
    /// <param name="settings">Over those that all tests have.</param>
    /// <param name="connectionString">Of another host's storage, to share it.</param>
    /// <param name="now">The clock at start.</param>
    /// <param name="services">Changes to the services.</param>
    public static async Task<TestHost> StartAsync(
        TestStorage storage,
        IReadOnlyDictionary<string, string?>? settings = null,
        string? connectionString = null,
        DateTimeOffset? now = null,
        Action<IServiceCollection>? services = null
    )
    {
        var account = connectionString ?? storage.NewAccount();
        var time = new FakeTimeProvider(now ?? DateTimeOffset.UtcNow);
        var meter = new StorageMeter();
        var all = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = account,
            ["Secrets:Master"] = HostProcess.MasterSecret,
            ["Storage:TimeoutMilliseconds"] = HostProcess.StorageTimeout,
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
            all[name] = value;
        var app = await LocalApp.StartAsync(
            all,
            before => before.AddSingleton<TimeProvider>(time).AddSingleton<HttpPipelinePolicy>(meter),
            services
        );
        return new TestHost(app, time, meter, account);
    }

    /// <summary>Folds and publishes, as the timer does.</summary>
    public Task RollUpAsync() => ActivatorUtilities.CreateInstance<Service.RollUp>(Services).Run(new(), CancellationToken.None);

    /// <summary>Clears uploads, as the timer does.</summary>
    public Task ClearUploadsAsync() => ActivatorUtilities.CreateInstance<ClearUploads>(Services).Run(new());

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
