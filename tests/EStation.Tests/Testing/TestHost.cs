using System.Reflection;
using Azure.Core.Pipeline;
using EStation.Emulator;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace EStation.Testing;

/// <summary>The whole app in this process, on a storage account of its own, with a clock that the test moves.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    /// <summary>Timers do not run by themselves in tests: moving the clock would start them.</summary>
    private static readonly IReadOnlyList<string> Timers =
    [
        .. from type in typeof(Composition).Assembly.GetTypes()
        from method in type.GetMethods()
        where method.GetParameters().Any(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>() is not null)
        select method.GetCustomAttribute<FunctionAttribute>()!.Name,
    ];

    private readonly IHost host;

    private TestHost(IHost host, FakeTimeProvider time, StorageMeter meter, string connectionString)
    {
        this.host = host;
        Time = time;
        Meter = meter;
        ConnectionString = connectionString;
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Http { get; }

    public FakeTimeProvider Time { get; }

    /// <summary>Counts, and breaks, what goes to storage.</summary>
    public StorageMeter Meter { get; }

    public string ConnectionString { get; }

    public IServiceProvider Services => host.Services;

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

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
        var all = new Dictionary<string, string?> { ["AzureWebJobsStorage"] = account, ["Secrets:Master"] = HostProcess.MasterSecret };
        foreach (var timer in Timers)
            all[$"AzureWebJobs.{timer}.Disabled"] = "true";
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
            all[name] = value;
        var builder = FunctionsApplication.CreateBuilder(
            ["--port", "0"],
            new HostSetup { Functions = typeof(Composition).Assembly, Settings = all }
        );
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<HttpPipelinePolicy>(meter);
        builder.ConfigureFunctionsWebApplication();
        builder.AddEStation();
        services?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return new TestHost(host, time, meter, account);
    }

    /// <summary>Folds and publishes, as the timer does.</summary>
    public Task RollUpAsync() => ActivatorUtilities.CreateInstance<Ledger.RollUp>(host.Services).Run(new(), CancellationToken.None);

    /// <summary>Clears uploads, as the timer does.</summary>
    public Task ClearUploadsAsync() => ActivatorUtilities.CreateInstance<Showcase.ClearUploads>(host.Services).Run(new());

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        host.Dispose();
    }
}
