using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EStation.Http;

public static class Body
{
    private const int MostBytes = 64 * 1024;
    private const int MostItems = 1000;
    private const string Unmapped = "could not be mapped"; // by System.Text.Json, where a type allows no other fields

    public static async Task<Result<T>> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : notnull
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MatchesMediaType("application/json"))
            return Refusal.MediaTypeUnsupported;
        var read = await request.BodyReader.ReadAtLeastAsync(MostBytes + 1, cancellation);
        try
        {
            return read.Buffer.Length > MostBytes ? Refusal.BodyTooLarge : Parse<T>(new Utf8JsonReader(read.Buffer));
        }
        finally
        {
            request.BodyReader.AdvanceTo(read.Buffer.End);
        }
    }

    /// <summary>The same where a request may have no body.</summary>
    public static async Task<Result<T>> ReadOptionalAsync<T>(HttpRequest request, T whenAbsent, CancellationToken cancellation)
        where T : notnull =>
        request.ContentLength is 0 or null && request.Headers.TransferEncoding.Count == 0
            ? whenAbsent
            : await ReadAsync<T>(request, cancellation);

    /// <summary>A body of any type, as bytes.</summary>
    public static async Task<Result<byte[]>> ReadBytesAsync(HttpRequest request, int mostBytes, CancellationToken cancellation)
    {
        var read = await request.BodyReader.ReadAtLeastAsync(mostBytes + 1, cancellation);
        try
        {
            return read.Buffer.Length > mostBytes ? Refusal.BodyTooLarge : System.Buffers.BuffersExtensions.ToArray(read.Buffer);
        }
        finally
        {
            request.BodyReader.AdvanceTo(read.Buffer.End);
        }
    }

    private static Result<T> Parse<T>(Utf8JsonReader reader)
        where T : notnull
    {
        try
        {
            if (LongestList(reader) is { } list)
                return Refusal.Invalid(list, $"has more than {MostItems} entries");
            return JsonSerializer.Deserialize<T>(ref reader, Json.Requests) is { } value && !reader.Read() ? value : Refusal.JsonInvalid;
        }
        catch (JsonException syntax) when (syntax.InnerException is JsonException || syntax.Path is null)
        {
            return Refusal.JsonInvalid;
        }
        catch (JsonException mismatch)
        {
            var reason =
                mismatch.Message.StartsWith(InstantConverter.NoZone, StringComparison.Ordinal) ? InstantConverter.NoZone
                : mismatch.Message.Contains(Unmapped, StringComparison.Ordinal) ? "is no known field"
                : "is of the wrong type";
            return Refusal.Invalid(FieldOf(mismatch.Path!), reason);
        }
    }

    /// <summary>Returns the field with a list or map over the limit. Features have lower limits.</summary>
    private static string? LongestList(Utf8JsonReader reader)
    {
        var open = new Stack<(string Field, int Items)>();
        var field = "body";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && open.Count == 1)
                field = NameIn(reader);
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                open.Pop();
                continue;
            }

            // A value belongs to the list or map around it; a map counts its names.
            if (reader.TokenType != JsonTokenType.PropertyName && open.TryPop(out var around))
            {
                if (around.Items == MostItems)
                    return around.Field;
                open.Push(around with { Items = around.Items + 1 });
            }

            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                open.Push((field, 0));
        }

        return null;
    }

    private static string NameIn(Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "body"; // half a surrogate pair: the parser reports the error
        }
    }

    // "$.name" is the field "name"; "$" is the whole body.
    private static string FieldOf(string path) => path.Length > 2 ? path[2..] : "body";
}
