using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace EStation.Http;

/// <summary>
/// Where a request comes from. Clients can send <c>X-Forwarded-For</c> themselves, and every proxy on the way appends its peer: from the
/// right, past the platform's own private addresses, the first public one is the client as the platform saw it. In Azure the worker's
/// integration may already have moved the last entry into the connection's address, so that one counts as the rightmost.
/// </summary>
public static class ClientAddress
{
    public static string Of(HttpRequest request)
    {
        var appended = request
            .Headers["X-Forwarded-For"]
            .ToString()
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(entry => IPEndPoint.TryParse(entry, out var peer) ? peer.Address : null);
        IPAddress?[] nearestFirst = [request.HttpContext.Connection.RemoteIpAddress, .. appended.Reverse()];
        var known = nearestFirst.TakeWhile(address => address is not null).Select(address => Plain(address!)).ToList();
        return (known.Find(IsPublic) ?? known.LastOrDefault())?.ToString() ?? "unknown";
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static bool IsPublic(IPAddress address)
    {
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal)
            return false;
        var bytes = address.GetAddressBytes();
        return address.AddressFamily != AddressFamily.InterNetwork
            || bytes is not ([10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..] or [100, >= 64 and <= 127, ..]);
    }
}
