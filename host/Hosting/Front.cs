using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Forwarder;

namespace EStation.LocalHost;

internal sealed class Front : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CommandLine commandLine;

    public Front(CommandLine commandLine, ILoggerFactory loggers)
    {
        this.commandLine = commandLine;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listening.Configure(kestrel, commandLine));
        builder.Services.Replace(ServiceDescriptor.Singleton(loggers));
        builder.Services.AddHttpForwarder();
        app = builder.Build();
    }

    public IHttpForwarder Forwarder => app.Services.GetRequiredService<IHttpForwarder>();

    public int Port => Listening.Port(app.Services);

    public async Task StartAsync(FrontDoor door, CancellationToken cancellationToken)
    {
        app.Run(door.ServeAsync);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is SocketException or AddressInUseException)
        {
            throw new StartFailure($"Port {commandLine.Port} is taken. Choose another with --port N (0 takes a free one).");
        }
    }

    public async Task StopAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        await app.StopAsync(limit.Token);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
