using System.Net;
using Microsoft.AspNetCore.Http;

namespace EStation.LocalHost;

/// <summary>A local caller acts as the platform's front end, which appends the client's address to <c>X-Forwarded-For</c>. As on the real
/// host the last entry becomes the connection's address, and earlier entries, which a client can forge, are removed.</summary>
internal static class ForwardedFor
{
    private const string Header = "X-Forwarded-For";

    public static void Apply(HttpContext http)
    {
        var last = http.Request.Headers[Header].ToString().Split(',')[^1].Trim();
        if (http.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer) && IPEndPoint.TryParse(last, out var client))
            http.Connection.RemoteIpAddress = client.Address;
    }
}
