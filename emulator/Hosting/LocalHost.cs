using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EStation.Emulator;

/// <summary>The running host. Start failures are one line for whoever started it.</summary>
internal sealed class LocalHost(WebApplication app, HostSetup setup, CommandLine commandLine) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    public int Port => Listening.Port(app.Services);

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

    public Task StopAsync(CancellationToken cancellationToken = default) => app.StopAsync(cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task StartInOrderAsync(CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (OptionsValidationException wrong)
        {
            throw new StartFailure(string.Join(" ", wrong.Failures));
        }
        catch (IOException taken) when (taken.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new StartFailure($"Port {commandLine.Port} is taken. Choose another with --port N (0 takes a free one).");
        }

        if (setup.ExitOnFailure)
            Console.WriteLine($"Now listening on: http://{commandLine.Address?.ToString() ?? "localhost"}:{Port}");
    }
}
