using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace EStation.Http;

/// <summary>Every way in which a function answers.</summary>
public static class Answer
{
    internal const string JsonType = "application/json; charset=utf-8";

    public static IResult Ok<T>(T value) => new JsonAnswer<T>(StatusCodes.Status200OK, value);

    public static IResult Created<T>(T value) => new JsonAnswer<T>(StatusCodes.Status201Created, value);

    public static IResult Accepted<T>(T value) => new JsonAnswer<T>(StatusCodes.Status202Accepted, value);

    /// <summary>204.</summary>
    public static IResult Nothing() => new EmptyAnswer();

    /// <param name="name">Under which a browser keeps it.</param>
    public static IResult File(byte[] content, string contentType, string name) => new FileAnswer(content, contentType, name);

    /// <param name="policy">The content security policy, where the page has a style of its own.</param>
    public static IResult Drawing(string content, string contentType, string? policy = null) =>
        new DrawingAnswer(content, contentType, policy);

    public static IResult Refuse(Refusal refusal) => new Problem(refusal);

    /// <summary>A public read: cacheable, and 304 when the client has just this already.</summary>
    /// <param name="value">The answer, which is its own ETag.</param>
    /// <param name="maxAge">How long a cache may keep it unasked.</param>
    public static IResult Public<T>(T value, TimeSpan maxAge) => Public(value, JsonSerializer.Serialize(value, Json.AllLanguages), maxAge);

    /// <summary>A public read whose ETag is cheaper, or says less, than all that is sent.</summary>
    /// <param name="figures">What the ETag stands for: equal for equal figures.</param>
    /// <param name="maxAge">How long a cache may keep it unasked.</param>
    public static IResult Public<T>(T value, string figures, TimeSpan maxAge) => Cached(Ok(value), figures, maxAge);

    /// <summary>A public file or drawing, as a public read.</summary>
    public static IResult Cached(IResult answer, string figures, TimeSpan maxAge) => new PublicAnswer(answer, figures, maxAge);

    /// <summary>Writes JSON in the language of the request, compressed when the client can.</summary>
    internal static Task WriteAsync<T>(HttpContext http, int status, T value, string contentType = JsonType)
    {
        var options = Json.In(RequestLanguage.Wanted(http.Request));
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        return Compression.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(value, options));
    }
}
