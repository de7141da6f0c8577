using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace EStation.Http;

/// <summary>
/// Clients can forge <c>X-Forwarded-For</c>, so its rightmost public entry counts: the platform added it. In Azure the worker may have
/// moved the last entry to the connection.
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
