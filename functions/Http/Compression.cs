using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EStation.Http;

/// <summary>
/// Bodies are compressed when the client can and it saves anything. The worker has no middleware of ASP.NET Core that would do it.
/// </summary>
public static class Compression
{
    private const int WorthIt = 200; // bytes; below that it gets longer

    public static async Task WriteAsync(HttpContext http, byte[] body)
    {
        var (encoding, compressed) = body.Length < WorthIt ? (null, body) : Compress(http, body);
        if (encoding is not null)
            http.Response.Headers.ContentEncoding = encoding;
        if (body.Length >= WorthIt)
            http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        http.Response.ContentLength = compressed.Length;
        await http.Response.Body.WriteAsync(compressed, http.RequestAborted);
    }

    /// <summary>The best encoding that the client takes: <c>br</c>, <c>gzip</c> or null.</summary>
    public static string? Wanted(HttpRequest request) =>
        !StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var wishes) ? null
        : Accepts(wishes, "br") ? "br"
        : Accepts(wishes, "gzip") ? "gzip"
        : null;

    private static (string? Encoding, byte[] Body) Compress(HttpContext http, byte[] body) =>
        Wanted(http.Request) switch
        {
            "br" => ("br", Through(body, to => new BrotliStream(to, CompressionLevel.Fastest))),
            "gzip" => ("gzip", Through(body, to => new GZipStream(to, CompressionLevel.Fastest))),
            _ => (null, body),
        };

    private static bool Accepts(IList<StringWithQualityHeaderValue> wishes, string encoding) =>
        wishes.Any(wish => wish.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && wish.Quality is not 0);

    private static byte[] Through(byte[] body, Func<Stream, Stream> compressor)
    {
        var compressed = new MemoryStream();
        using (var stream = compressor(compressed))
            stream.Write(body);
        return compressed.ToArray();
    }
}
