using System.Net;
using Microsoft.AspNetCore.Http;

namespace EStation.Http;

/// <summary>Where a request comes from: only the address that the platform itself appended is believed, since clients can send the header too.</summary>
internal static class ClientAddress
{
    public static string Of(HttpRequest request)
    {
        var appended = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return IPEndPoint.TryParse(appended, out var peer) ? peer.Address.ToString()
            : request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "unknown";
    }
}
