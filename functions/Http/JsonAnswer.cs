using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EStation.Http;

public sealed class JsonAnswer<T>(int status, T value) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.TryAdd(HeaderNames.CacheControl, "no-store");
        return Answer.WriteAsync(httpContext, status, value);
    }
}
