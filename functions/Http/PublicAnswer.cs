using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EStation.Http;

/// <summary>An answer for everybody: with an ETag of the figures and the language, and 304 for who has it already.</summary>
public sealed class PublicAnswer(IResult answer, string figures, TimeSpan maxAge) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var tag = new EntityTagHeaderValue(TagOf(figures, RequestLanguage.Wanted(httpContext.Request)), isWeak: true);
        var headers = httpContext.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={(int)maxAge.TotalSeconds}");
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        if (!IsKnown(httpContext.Request, tag))
            return answer.ExecuteAsync(httpContext);
        httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    // Weak, because the same figures may come compressed or not.
    private static string TagOf(string figures, Language? language) => $"\"{Fingerprint.Of($"{language}|{figures}", 8)}\"";

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(tag, useStrongComparison: false));
}
