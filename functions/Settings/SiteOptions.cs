using Microsoft.AspNetCore.Http;

namespace EStation.Settings;

/// <summary>The public origin. Links and QR codes use it, and never the Host header, which a client controls.</summary>
/// <param name="Origin"><c>Site:Origin</c>, as <c>https://e-station.example</c>.</param>
public sealed record SiteOptions(Uri? Origin)
{
    public static SiteOptions Read(SettingReader read)
    {
        var origin = read.Uri("Site:Origin");
        return
            origin is null
            || (origin.PathAndQuery == "/" && origin.Fragment.Length == 0 && (origin.Scheme == Uri.UriSchemeHttps || origin.IsLoopback))
            ? new SiteOptions(origin)
            : throw new SettingException("Site:Origin", "must be https and a host, without a path: where the public finds the site.");
    }

    /// <summary>The full address of a path. Without a setting, the Host header counts only for localhost; else the result is the path
    /// alone.</summary>
    public string AddressOf(HttpRequest request, string path) =>
        Origin is { } origin ? origin.GetLeftPart(UriPartial.Authority) + path
        : request.Host.Host is "localhost" or "127.0.0.1" or "[::1]" ? $"{request.Scheme}://{request.Host}{path}"
        : path;
}
