using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EStation.LocalHost.Worker;

/// <summary>The app in this process: tests run several side by side, each with its own services.</summary>
/// <param name="build">Builds the app; calls <see cref="Prepare"/> on its builder first.</param>
internal sealed class InProcessWorker(Func<WorkerConnection, IHost> build) : IWorker
{
    /// <summary>The app's folder is a variable of the whole process, so one worker starts at a time.</summary>
    private static readonly SemaphoreSlim Starting = new(1, 1);

    private readonly TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IHost? app;

    public Task<int> Ended => ended.Task;

    public Uri? HttpAddress { get; private set; }

    public IServiceProvider Services => app?.Services ?? throw new InvalidOperationException("The worker has not been started.");

    /// <summary>Adds settings, the connection to the host, and a separate port: the worker would choose one for the whole
    /// process.</summary>
    public static void Prepare(IHostApplicationBuilder builder, WorkerConnection connection)
    {
        builder.Configuration.AddInMemoryCollection(connection.Settings).AddInMemoryCollection(connection.Keys);
        // Kestrel warns that it does not listen at the port that the worker has chosen.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error);
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
    }

    public async Task StartAsync(WorkerConnection connection, CancellationToken cancellationToken)
    {
        await Starting.WaitAsync(cancellationToken);
        try
        {
            Environment.SetEnvironmentVariable(WorkerConnection.DirectoryVariable, connection.AppDirectory);
            app = build(connection);
            await app.StartAsync(cancellationToken);
            // The worker reads the route prefix from host.json in that folder when its routes are first requested.
            _ = app.Services.GetService<EndpointDataSource>()?.Endpoints;
        }
        finally
        {
            Starting.Release();
        }

        if (app.Services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>() is { } server)
            HttpAddress = new Uri(server.Addresses.Single());
    }

    public async Task StopAsync(TimeSpan patience)
    {
        if (app is null)
            return;
        using var limit = new CancellationTokenSource(patience);
        await app.StopAsync(limit.Token);
        ended.TrySetResult(0);
    }

    public ValueTask DisposeAsync()
    {
        app?.Dispose();
        return ValueTask.CompletedTask;
    }
}
