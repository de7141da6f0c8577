using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EStation.Emulator;

/// <summary>
/// The running host. It starts storage, the app and then timers, and stops in the reverse order, so that nobody is left without what
/// they stand on.
/// </summary>
internal sealed class LocalHost(
    WebApplication app,
    TimerHost timers,
    IConfiguration settings,
    HostSetup setup,
    CommandLine commandLine,
    LocalData data
) : IHost, IAsyncDisposable
{
    private Azurite? _azurite;

    public IServiceProvider Services => app.Services;

    public int Port => Listening.Port(app.Services);

    public KeyRing Keys => data.Keys;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await StartInOrderAsync(cancellationToken);
        }
        catch (StartFailure failure) when (setup.ExitOnFailure)
        {
            StartFailure.Exit(failure.Message);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await timers.StopAsync(setup.TimerPatience);
        await app.StopAsync(cancellationToken);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await timers.DisposeAsync();
        await app.DisposeAsync();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
        _azurite = null;
    }

    private async Task StartInOrderAsync(CancellationToken cancellationToken)
    {
        if (data.Storage is not null)
            _azurite = await data.Storage.StartAsync(data.Folder, cancellationToken);
        await StartAppAsync(cancellationToken);
        timers.Start(settings);
        if (setup.ExitOnFailure)
            Announce();
    }

    private async Task StartAppAsync(CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (OptionsValidationException wrong)
        {
            throw new StartFailure(string.Join(" ", wrong.Failures));
        }
        catch (IOException taken) when (taken.InnerException is SocketException or AddressInUseException)
        {
            throw new StartFailure($"Port {commandLine.Port} is taken. Choose another with --port N (0 takes a free one).");
        }
    }

    private void Announce()
    {
        _ = Keys.Master;
        Console.WriteLine($"Master key in: {Keys.HostFile}");
        var where = commandLine.Address is { } address ? new IPEndPoint(address, Port).ToString() : $"localhost:{Port}";
        Console.WriteLine($"Now listening on: http://{where}");
    }
}
