using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EStation.Emulator;

/// <summary>The host's own parts around the app, wired by hand: none of them is in the app's container.</summary>
internal sealed class HostParts(FunctionCatalog functions, HostJson hostJson, IConfiguration settings, HostSetup setup)
{
    private readonly RouteTable _routes = new(functions, hostJson.RoutePrefix);
    private readonly DisabledFunctions _disabled = new(functions, settings);
    private readonly string _hostId = HostId.Of(settings, setup.ContentRoot);
    private readonly string? _connectionString = settings["AzureWebJobsStorage"];
    private readonly string _data = DataFolder.Of(settings, setup.ContentRoot);

    public LocalHost Assemble(WebApplication app, FunctionExecutionDelegate pipeline, CommandLine commandLine)
    {
        var limits = new RequestLimits(hostJson.MaxConcurrentRequests, hostJson.MaxOutstandingRequests);
        var keys = new KeyRing(Path.Combine(_data, "secrets"));
        var timers = new TimerHost(functions, _disabled, pipeline, TimerStorageIfNeeded(), app.Services);
        var logger = app.Services.GetRequiredService<ILogger<FunctionRequests>>();
        var requests = new FunctionRequests(limits, keys, _disabled, pipeline, logger);
        var local = new LocalRoutes(new LocalMessages(_connectionString));
        var admin = new AdminRoutes(keys, functions, new HostStatus(_hostId, _routes, _disabled, TimeProvider.System), timers);
        var door = new FrontDoor(local, admin, _routes, requests, new Homepage(settings));
        app.Run(door.ServeAsync);
        return new LocalHost(app, timers, settings, setup, commandLine, new LocalData(_data, LocalStorage.Of(_connectionString), keys));
    }

    private TimerStorage? TimerStorageIfNeeded() =>
        functions.All.Any(function => function.Timer is not null)
            ? TimerStorage.Of(_connectionString, _hostId, setup.Leases ?? hostJson.Leases)
            : null;
}

/// <summary>What is on this machine's disk, and the storage that is this host's to start.</summary>
internal sealed record LocalData(string Folder, LocalStorage? Storage, KeyRing Keys);
