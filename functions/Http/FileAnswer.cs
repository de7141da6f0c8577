using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EStation.Http;

public sealed class FileAnswer(byte[] content, string contentType, string name) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.TryAdd(HeaderNames.CacheControl, "no-store");
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        response.ContentType = contentType;
        return Compression.WriteAsync(httpContext, content);
    }
}
