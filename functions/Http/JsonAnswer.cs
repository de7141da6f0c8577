using Microsoft.AspNetCore.Http;

namespace EStation.Http;

/// <summary>An answer for the caller alone.</summary>
internal sealed class JsonAnswer<T>(int status, T value) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        return Answer.WriteAsync(httpContext, status, value);
    }
}
