using System.Net;
using EStation.LocalHost.Rpc;
using EStation.LocalHost.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost;

/// <summary>
/// The running host. It starts storage, the worker, the front and then timers, and stops in the reverse order, so that no part is left
/// without the parts that it stands on.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    /// <summary>The real host waits for a worker as long.</summary>
    private static readonly TimeSpan WorkerPatience = TimeSpan.FromMinutes(5);

    private readonly HostSetup _setup;
    private readonly IConfigurationRoot _settings;
    private readonly HostJson _hostJson;
    private readonly ILoggerFactory _loggers;
    private readonly string _data;
    private readonly WorkerChannel _channel;
    private Azurite? _azurite;
    private RpcServer? _rpc;
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
        _channel = new WorkerChannel(setup.ContentRoot, _loggers);
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
        _channel.Terminate(_setup.Patience);
        await _setup.Worker.StopAsync(_setup.Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (_timers is not null)
            await _timers.DisposeAsync();
        if (_front is not null)
            await _front.DisposeAsync();
        _requests?.Dispose();
        await _setup.Worker.DisposeAsync();
        if (_rpc is not null)
            await _rpc.DisposeAsync();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
        _loggers.Dispose();
    }

    private async Task StartInOrderAsync(CancellationToken cancellationToken)
    {
        var connectionString = _settings["AzureWebJobsStorage"];
        if (LocalStorage.Of(connectionString) is { } storage)
            _azurite = await storage.StartAsync(_data, cancellationToken);
        _rpc = await RpcServer.StartAsync(_channel, cancellationToken);
        var functions = await StartWorkerAsync(_rpc.Address, cancellationToken);

        var disabled = new DisabledFunctions(functions, _settings);
        var routes = new RouteTable(functions, _hostJson.RoutePrefix);
        var hostId = HostId.Of(_settings, _setup.ContentRoot);
        var invocations = new Invocations(_channel);
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
            _setup.Worker.HttpAddress ?? _channel.HttpAddress ?? throw new StartFailure("The worker tells no HTTP endpoint."),
            _loggers.CreateLogger<FunctionRequests>()
        );
        var local = new LocalRoutes(new LocalMessages(connectionString));
        var admin = new AdminRoutes(Keys, functions, status, _timers);
        await _front.StartAsync(new FrontDoor(local, admin, routes, _requests, new Homepage(_settings)), cancellationToken);
        _timers.Start(_settings);
    }

    private async Task<FunctionCatalog> StartWorkerAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(WorkerPatience);
        await _setup.Worker.StartAsync(new WorkerConnection(endpoint, _channel.WorkerId, _setup.ContentRoot, SettingsOfWorker()), patience.Token);
        try
        {
            var connecting = ConnectAsync(patience.Token);
            if (await Task.WhenAny(connecting, WorkerEnded) == WorkerEnded)
                throw new StartFailure($"The worker ended with code {await WorkerEnded} before it was ready.");
            return await connecting;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StartFailure($"The worker did not connect within {WorkerPatience}.");
        }
    }

    private async Task<FunctionCatalog> ConnectAsync(CancellationToken cancellationToken)
    {
        var functions = new FunctionCatalog(await _channel.ConnectAsync(cancellationToken));
        await Task.WhenAll(functions.All.Select(function => _channel.LoadAsync(function.Metadata, cancellationToken)));
        return functions;
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
