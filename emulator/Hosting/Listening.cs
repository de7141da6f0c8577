using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Emulator;

/// <summary>Where the host listens. The body limit stays Kestrel's 30 MB, which is the real worker's too.</summary>
internal static class Listening
{
    public static void Configure(KestrelServerOptions kestrel, CommandLine commandLine)
    {
        kestrel.AddServerHeader = false;
        if (commandLine.Address is { } address)
            kestrel.Listen(address, commandLine.Port);
        else if (commandLine.Port == 0)
            kestrel.Listen(IPAddress.Loopback, 0);
        else
            kestrel.ListenLocalhost(commandLine.Port);
    }

    /// <summary>The port bound, which is not the one asked for when that was 0.</summary>
    public static int Port(IServiceProvider services) =>
        new Uri(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
}
