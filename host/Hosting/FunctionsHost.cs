using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

/// <summary>The running host. It starts storage, the worker, the front and then timers, and stops in the reverse order, because each part
/// needs those before it.</summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private readonly HostSetup setup;
    private readonly IConfigurationRoot settings;
    private readonly HostJson hostJson;
    private readonly ILoggerFactory loggers;
    private readonly string data;
    private Azurite? azurite;
    private ConnectedWorker? worker;
    private FunctionRequests? requests;
    private Front? front;
    private TimerHost? timers;

    private FunctionsHost(HostSetup setup)
    {
        this.setup = setup;
        settings = SettingsConfiguration.Build(setup);
        hostJson = HostJson.Read(setup.ContentRoot, settings);
        data = DataFolder.Of(settings, setup.ContentRoot);
        loggers = LoggerFactory.Create(logging => ConsoleLogging.AddTo(logging, hostJson));
        Keys = new KeyRing(Path.Combine(data, "secrets"));
    }

    public KeyRing Keys { get; }

    public int Port => this.front!.Port;

    public Uri Address =>
        new($"http://{(setup.CommandLine.Address is { } address ? new IPEndPoint(address, Port).ToString() : $"localhost:{Port}")}");

    public Task<int> WorkerEnded => setup.Worker.Ended;

    /// <exception cref="StartFailure">A setting, a route, the port, Azurite or the worker is faulty.</exception>
    public static async Task<FunctionsHost> StartAsync(HostSetup setup, CancellationToken cancellationToken = default)
    {
        var host = new FunctionsHost(setup);
        try
        {
            await host.StartInOrderAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public void Announce()
    {
        _ = Keys.Master;
        Console.WriteLine($"Master key in: {Keys.HostFile}");
        Console.WriteLine($"Now listening on: {Address.ToString().TrimEnd('/')}");
    }

    /// <summary>Refuses new requests, waits for running requests and timers, then stops the worker.</summary>
    public async Task StopAsync()
    {
        if (timers is not null)
            await timers.StopAsync(setup.Patience);
        if (front is not null)
            await front.StopAsync(setup.Patience);
        if (worker is not null)
            await worker.StopAsync(setup.Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (timers is not null)
            await timers.DisposeAsync();
        if (front is not null)
            await front.DisposeAsync();
        requests?.Dispose();
        if (worker is not null)
            await worker.DisposeAsync();
        if (azurite is not null)
            await azurite.DisposeAsync();
        loggers.Dispose();
    }

    private async Task StartInOrderAsync(CancellationToken cancellationToken)
    {
        var connectionString = settings["AzureWebJobsStorage"];
        if (LocalStorage.Of(connectionString) is { } storage)
            azurite = await storage.StartAsync(data, cancellationToken);
        worker = await ConnectedWorker.StartAsync(setup.Worker, setup.ContentRoot, SettingsOfWorker(), loggers, cancellationToken);
        var functions = worker.Functions;

        var disabled = new DisabledFunctions(functions, settings);
        var routes = new RouteTable(functions, hostJson.RoutePrefix);
        var hostId = HostId.Of(settings, setup.ContentRoot);
        var invocations = new Invocations(worker.Channel);
        var storageOfTimers = functions.All.Any(function => function.Timer is not null)
            ? TimerStorage.Of(connectionString, hostId, setup.Leases ?? hostJson.Leases)
            : null;
        timers = new TimerHost(functions, disabled, invocations, storageOfTimers, setup.Time, loggers.CreateLogger<TimerHost>());
        var status = new HostStatus(hostId, routes, disabled, TimeProvider.System);
        front = new Front(setup.CommandLine, loggers);
        requests = new FunctionRequests(
            new RequestLimits(hostJson.MaxConcurrentRequests, hostJson.MaxOutstandingRequests),
            Keys,
            disabled,
            invocations,
            front.Forwarder,
            worker.HttpAddress,
            loggers.CreateLogger<FunctionRequests>()
        );
        var local = new LocalRoutes(new LocalMessages(connectionString), setup.ContentRoot);
        var admin = new AdminRoutes(Keys, functions, status, timers);
        await front.StartAsync(new FrontDoor(local, admin, routes, requests, new Homepage(settings)), cancellationToken);
        timers.Start(settings);
    }

    private Dictionary<string, string?> SettingsOfWorker() =>
        new(SettingsConfiguration.OfWorker(setup), StringComparer.OrdinalIgnoreCase)
        {
            // The app may keep this machine's files there, such as its master secret.
            [DataFolder.Setting] = data,
            // The Core Tools set this default too.
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = settings["AZURE_FUNCTIONS_ENVIRONMENT"] ?? "Development",
        };
}
