using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EStation.Http;

public sealed class PublicAnswer(IResult answer, string figures, TimeSpan maxAge) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        IsKnown(httpContext, TagOf(figures, RequestLanguage.Wanted(httpContext.Request)), maxAge)
            ? Task.CompletedTask
            : answer.ExecuteAsync(httpContext);

    // Weak, because the same figures may be compressed or not.
    internal static EntityTagHeaderValue TagOf(string figures, Language? language) =>
        new($"\"{Fingerprint.Of($"{language}|{figures}", 8)}\"", isWeak: true);

    internal static bool IsKnown(HttpContext http, EntityTagHeaderValue tag, TimeSpan maxAge)
    {
        var headers = http.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={(int)maxAge.TotalSeconds}");
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        var known =
            EntityTagHeaderValue.TryParseList(http.Request.Headers.IfNoneMatch, out var tags)
            && tags.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(tag, useStrongComparison: false));
        if (known)
            http.Response.StatusCode = StatusCodes.Status304NotModified;
        return known;
    }
}
