using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EStation.Http;

/// <summary>The language of an answer: <c>?lang=</c>, else the browser's preference, else Chinese.</summary>
public static class RequestLanguage
{
    private const string All = "*";

    /// <summary>Null for <c>?lang=*</c>: all languages.</summary>
    public static Language? Wanted(HttpRequest request)
    {
        var asked = request.Query["lang"].ToString();
        return asked == All ? null : One(request);
    }

    public static Language One(HttpRequest request) => Stated(request) ?? Language.Zh;

    /// <summary>The language that a request names, or null.</summary>
    public static Language? Stated(HttpRequest request) => Languages.Parse(request.Query["lang"].ToString()) ?? Preferred(request);

    private static Language? Preferred(HttpRequest request)
    {
        if (request.Headers.AcceptLanguage.Count == 0)
            return null;
        return StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wishes)
            ? wishes
                .Where(wish => wish.Quality is not 0)
                .OrderByDescending(wish => wish.Quality ?? 1)
                .Select(wish => Languages.Parse(wish.Value.Value))
                .FirstOrDefault(language => language is not null)
            : null;
    }
}
