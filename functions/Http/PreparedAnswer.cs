using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EStation.Http;

/// <summary>A public answer that keeps its ETag and bytes for each language and encoding.</summary>
public sealed class PreparedAnswer<T>(T value, TimeSpan maxAge) : IResult
{
    private readonly ConcurrentDictionary<Language, EntityTagHeaderValue> tags = new();
    private readonly ConcurrentDictionary<(Language Language, string Encoding), EncodedBody> bodies = new();

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (RequestLanguage.Wanted(httpContext.Request) is not { } language)
            return Answer.Public(value, maxAge).ExecuteAsync(httpContext);
        if (PublicAnswer.IsKnown(httpContext, tags.GetOrAdd(language, TagOf), maxAge))
            return Task.CompletedTask;
        httpContext.Response.StatusCode = StatusCodes.Status200OK;
        httpContext.Response.ContentType = Answer.JsonType;
        var body = bodies.GetOrAdd((language, Compression.Wanted(httpContext.Request) ?? ""), Encode);
        return Compression.WriteAsync(httpContext, body);
    }

    private EntityTagHeaderValue TagOf(Language language) =>
        PublicAnswer.TagOf(JsonSerializer.Serialize(value, Json.AllLanguages), language);

    private EncodedBody Encode((Language Language, string Encoding) key) =>
        Compression.Encode(JsonSerializer.SerializeToUtf8Bytes(value, Json.In(key.Language)), key.Encoding);
}
