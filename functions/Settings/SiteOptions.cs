using Microsoft.AspNetCore.Http;

namespace EStation.Settings;

/// <summary>Where the public finds us. Links and QR codes are made from it, never from what a client calls us (the Host header).</summary>
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

    /// <summary>The full address of a path. Without a setting only a developer's own machine is believed; else the path has to do.</summary>
    public string AddressOf(HttpRequest request, string path) =>
        Origin is { } origin ? origin.GetLeftPart(UriPartial.Authority) + path
        : request.Host.Host is "localhost" or "127.0.0.1" or "[::1]" ? $"{request.Scheme}://{request.Host}{path}"
        : path;
}
