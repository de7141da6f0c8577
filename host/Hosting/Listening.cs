using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.LocalHost;

/// <summary>The address, and the body limit of the real host, which is higher than the worker's.</summary>
internal static class Listening
{
    private const long MostBodyBytes = 104_857_600;

    public static void Configure(KestrelServerOptions kestrel, CommandLine commandLine)
    {
        kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
        if (commandLine.Address is { } address)
            kestrel.Listen(address, commandLine.Port);
        else if (commandLine.Port == 0)
            kestrel.Listen(IPAddress.Loopback, 0);
        else
            kestrel.ListenLocalhost(commandLine.Port);
    }

    /// <summary>The actual port: it differs from a requested 0.</summary>
    public static int Port(IServiceProvider services) =>
        new Uri(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
}
