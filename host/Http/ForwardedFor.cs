using System.Net;
using Microsoft.AspNetCore.Http;

namespace EStation.LocalHost;

/// <summary>
/// Plays the platform's front end, which appends the address (and port) of its peer to what the client may have sent. Only the last
/// entry can be believed.
/// </summary>
internal static class ForwardedFor
{
    private const string Header = "X-Forwarded-For";

    public static void Append(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var peer = new IPEndPoint(address, http.Connection.RemotePort).ToString();
        var headers = http.Request.Headers;
        headers[Header] = headers.TryGetValue(Header, out var sent) ? $"{sent}, {peer}" : peer;
    }
}
