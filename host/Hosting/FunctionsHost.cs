using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

/// <summary>
/// The running host. It starts storage, the worker, the front and then timers, and stops in the reverse order, so that no part is left
/// without the parts that it stands on.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private readonly HostSetup _setup;
    private readonly IConfigurationRoot _settings;
    private readonly HostJson _hostJson;
    private readonly ILoggerFactory _loggers;
    private readonly string _data;
    private Azurite? _azurite;
    private ConnectedWorker? _worker;
    private FunctionRequests? _requests;
    private Front? _front;
    private TimerHost? _timers;

    private FunctionsHost(HostSetup setup)
    {
        _setup = setup;
        _settings = SettingsConfiguration.Build(setup);
        _hostJson = HostJson.Read(setup.ContentRoot, _settings);
        _data = DataFolder.Of(_settings, setup.ContentRoot);
        _loggers = LoggerFactory.Create(logging => ConsoleLogging.AddTo(logging, _hostJson));
        Keys = new KeyRing(Path.Combine(_data, "secrets"));
    }

    public KeyRing Keys { get; }

    public int Port => _front!.Port;

    /// <summary>Where the front listens.</summary>
    public Uri Address =>
        new($"http://{(_setup.CommandLine.Address is { } address ? new IPEndPoint(address, Port).ToString() : $"localhost:{Port}")}");

    /// <summary>Completes when the worker has ended, with its exit code.</summary>
    public Task<int> WorkerEnded => _setup.Worker.Ended;

    /// <exception cref="StartFailure">A setting, a route, the port, Azurite or the worker is not as it should be.</exception>
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

    /// <summary>Tells on the console where the host listens.</summary>
    public void Announce()
    {
        _ = Keys.Master;
        Console.WriteLine($"Master key in: {Keys.HostFile}");
        Console.WriteLine($"Now listening on: {Address.ToString().TrimEnd('/')}");
    }

    /// <summary>Refuses new requests, lets those under way and running timers end, then the worker.</summary>
    public async Task StopAsync()
    {
        if (_timers is not null)
            await _timers.StopAsync(_setup.Patience);
        if (_front is not null)
            await _front.StopAsync(_setup.Patience);
        if (_worker is not null)
            await _worker.StopAsync(_setup.Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (_timers is not null)
            await _timers.DisposeAsync();
        if (_front is not null)
            await _front.DisposeAsync();
        _requests?.Dispose();
        if (_worker is not null)
            await _worker.DisposeAsync();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
        _loggers.Dispose();
    }

    private async Task StartInOrderAsync(CancellationToken cancellationToken)
    {
        var connectionString = _settings["AzureWebJobsStorage"];
        if (LocalStorage.Of(connectionString) is { } storage)
            _azurite = await storage.StartAsync(_data, cancellationToken);
        _worker = await ConnectedWorker.StartAsync(_setup.Worker, _setup.ContentRoot, SettingsOfWorker(), _loggers, cancellationToken);
        var functions = _worker.Functions;

        var disabled = new DisabledFunctions(functions, _settings);
        var routes = new RouteTable(functions, _hostJson.RoutePrefix);
        var hostId = HostId.Of(_settings, _setup.ContentRoot);
        var invocations = new Invocations(_worker.Channel);
        var storageOfTimers = functions.All.Any(function => function.Timer is not null)
            ? TimerStorage.Of(connectionString, hostId, _setup.Leases ?? _hostJson.Leases)
            : null;
        _timers = new TimerHost(functions, disabled, invocations, storageOfTimers, _setup.Time, _loggers.CreateLogger<TimerHost>());
        var status = new HostStatus(hostId, routes, disabled, TimeProvider.System);
        _front = new Front(_setup.CommandLine, _loggers);
        _requests = new FunctionRequests(
            new RequestLimits(_hostJson.MaxConcurrentRequests, _hostJson.MaxOutstandingRequests),
            Keys,
            disabled,
            invocations,
            _front.Forwarder,
            _worker.HttpAddress,
            _loggers.CreateLogger<FunctionRequests>()
        );
        var local = new LocalRoutes(new LocalMessages(connectionString));
        var admin = new AdminRoutes(Keys, functions, status, _timers);
        await _front.StartAsync(new FrontDoor(local, admin, routes, _requests, new Homepage(_settings)), cancellationToken);
        _timers.Start(_settings);
    }

    private Dictionary<string, string?> SettingsOfWorker() =>
        new(SettingsConfiguration.OfWorker(_setup), StringComparer.OrdinalIgnoreCase)
        {
            // The app may keep there what belongs to this machine: its master secret.
            [DataFolder.Setting] = _data,
            // The Core Tools say so too when nothing else is said.
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = _settings["AZURE_FUNCTIONS_ENVIRONMENT"] ?? "Development",
        };
}
