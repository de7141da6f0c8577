using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EStation.Http;

/// <summary>Compresses bodies where it saves bytes. The worker has no ASP.NET Core middleware for it.</summary>
public static class Compression
{
    private const int WorthIt = 200; // bytes; below that it gets longer

    public static Task WriteAsync(HttpContext http, byte[] body) => WriteAsync(http, Encode(body, Wanted(http.Request)));

    public static async Task WriteAsync(HttpContext http, EncodedBody body)
    {
        if (body.Encoding is not null)
            http.Response.Headers.ContentEncoding = body.Encoding;
        if (body.Varies)
            http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        http.Response.ContentLength = body.Bytes.Length;
        await http.Response.Body.WriteAsync(body.Bytes, http.RequestAborted);
    }

    public static EncodedBody Encode(byte[] body, string? encoding) =>
        body.Length < WorthIt
            ? new EncodedBody(null, body, Varies: false)
            : encoding switch
            {
                "br" => new EncodedBody(encoding, Through(body, to => new BrotliStream(to, CompressionLevel.Fastest)), Varies: true),
                "gzip" => new EncodedBody(encoding, Through(body, to => new GZipStream(to, CompressionLevel.Fastest)), Varies: true),
                _ => new EncodedBody(null, body, Varies: true),
            };

    public static string? Wanted(HttpRequest request) =>
        !StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var wishes) ? null
        : Accepts(wishes, "br") ? "br"
        : Accepts(wishes, "gzip") ? "gzip"
        : null;

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
