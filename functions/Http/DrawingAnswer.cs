using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EStation.Http;

/// <param name="policy">The content security policy: nothing, or its own style.</param>
public sealed class DrawingAnswer(string content, string contentType, string? policy) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.TryAdd(HeaderNames.CacheControl, "no-store");
        if (policy is not null)
            response.Headers.ContentSecurityPolicy = policy;
        response.ContentType = contentType;
        return Compression.WriteAsync(httpContext, Encoding.UTF8.GetBytes(content));
    }
}
