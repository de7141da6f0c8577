using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace EStation.Http;

public static class Answer
{
    internal const string JsonType = "application/json; charset=utf-8";

    public static IResult Ok<T>(T value) => new JsonAnswer<T>(StatusCodes.Status200OK, value);

    public static IResult Created<T>(T value) => new JsonAnswer<T>(StatusCodes.Status201Created, value);

    public static IResult Accepted<T>(T value) => new JsonAnswer<T>(StatusCodes.Status202Accepted, value);

    public static IResult Nothing() => new EmptyAnswer();

    public static IResult File(byte[] content, string contentType, string name) => new FileAnswer(content, contentType, name);

    /// <param name="policy">The content security policy of a page with its own style.</param>
    public static IResult Drawing(string content, string contentType, string? policy = null) =>
        new DrawingAnswer(content, contentType, policy);

    public static IResult Refuse(Refusal refusal) => new Problem(refusal);

    /// <summary>A cacheable public read; 304 when the client has the same ETag.</summary>
    public static IResult Public<T>(T value, TimeSpan maxAge) => Public(value, JsonSerializer.Serialize(value, Json.AllLanguages), maxAge);

    /// <summary>A public read with an ETag of its figures.</summary>
    /// <param name="figures">Equal for equal figures.</param>
    public static IResult Public<T>(T value, string figures, TimeSpan maxAge) => Cached(Ok(value), figures, maxAge);

    public static IResult Cached(IResult answer, string figures, TimeSpan maxAge) => new PublicAnswer(answer, figures, maxAge);

    internal static Task WriteAsync<T>(HttpContext http, int status, T value, string contentType = JsonType)
    {
        var options = Json.In(RequestLanguage.Wanted(http.Request));
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        return Compression.WriteAsync(http, JsonSerializer.SerializeToUtf8Bytes(value, options));
    }
}
