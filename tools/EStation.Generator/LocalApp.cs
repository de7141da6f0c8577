using System.Reflection;
using EStation.LocalHost;
using EStation.LocalHost.Worker;
using EStation.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.Invocation;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Generator;

/// <summary>The app and its host in this process, without timers, so that other hosts may run on the same storage.</summary>
internal sealed class LocalApp : IAsyncDisposable
{
    private static readonly string[] Timers =
    [
        .. from type in typeof(Composition).Assembly.GetTypes()
        from method in type.GetMethods()
        where method.GetParameters().Any(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>() is not null)
        select method.GetCustomAttribute<FunctionAttribute>()!.Name,
    ];

    private readonly FunctionsHost host;
    private readonly InProcessWorker worker;

    private LocalApp(FunctionsHost host, InProcessWorker worker) => (this.host, this.worker) = (host, worker);

    public IServiceProvider Services => worker.Services;

    public Uri Address => new($"http://127.0.0.1:{host.Port}");

    /// <param name="settings">They take precedence over local.settings.json.</param>
    public static async Task<LocalApp> StartAsync(
        IEnumerable<KeyValuePair<string, string?>> settings,
        Action<IServiceCollection>? before = null,
        Action<IServiceCollection>? after = null
    )
    {
        var all = Timers.ToDictionary(timer => $"AzureWebJobs.{timer}.Disabled", _ => (string?)"true");
        foreach (var (name, value) in settings)
            all[name] = value;
        var worker = new InProcessWorker(connection =>
        {
            var builder = FunctionsApplication.CreateBuilder([]);
            InProcessWorker.Prepare(builder, connection);
            // The worker looks for these in the entry assembly, which is not the app's.
            builder.Services.AddSingleton<IFunctionMetadataProvider, GeneratedFunctionMetadataProvider>();
            builder.Services.AddSingleton<IFunctionExecutor, DirectFunctionExecutor>();
            before?.Invoke(builder.Services);
            builder.ConfigureFunctionsWebApplication();
            builder.AddEStation();
            after?.Invoke(builder.Services);
            return builder.Build();
        });
        var setup = new HostSetup
        {
            Worker = worker,
            CommandLine = CommandLine.Parse("--port", "0"),
            Settings = all,
        };
        var app = new LocalApp(await FunctionsHost.StartAsync(setup), worker);
        await app.Services.GetRequiredService<Preparation>().Ready;
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await host.DisposeAsync();
    }
}
