using System.Net.Http.Headers;
using System.Text;

namespace EStation.LocalHost.Tables;

/// <summary>A request that two servers get. The keys it writes are known, so that each server's ETags can be followed.</summary>
internal sealed record TableRequest(HttpMethod Method, string Path)
{
    public string? Query { get; init; }

    public string? Body { get; init; }

    public string? Prefer { get; init; }

    public string Accept { get; init; } = "application/json;odata=fullmetadata";

    public IfMatch IfMatch { get; init; }

    /// <summary>Of the entity written, or of the one that the path names.</summary>
    public EntityKey? Key { get; init; }

    /// <summary>The operations of an entity group transaction.</summary>
    public IReadOnlyList<TableRequest> Parts { get; init; } = [];

    public static TableRequest Batch(IReadOnlyList<TableRequest> parts) => new(HttpMethod.Post, "$batch") { Parts = parts };

    /// <param name="root">Of the account: scheme, host, port and account.</param>
    /// <param name="etag">That If-Match stands for on this server.</param>
    public HttpRequestMessage For(string root, Func<TableRequest, string?> etag)
    {
        var message = new HttpRequestMessage(Method, new Uri($"{root}/{Path}{Query}"));
        message.Headers.TryAddWithoutValidation("Accept", Accept);
        message.Headers.TryAddWithoutValidation("x-ms-version", "2019-02-02");
        if (Prefer is not null)
            message.Headers.TryAddWithoutValidation("Prefer", Prefer);
        if (etag(this) is { } match)
            message.Headers.TryAddWithoutValidation("If-Match", match);
        if (Parts.Count > 0)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(BatchBody(root, etag)));
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/mixed; boundary=batch_b");
        }
        else if (Body is not null)
        {
            message.Content = new StringContent(Body, Encoding.UTF8, "application/json");
        }

        return message;
    }

    public override string ToString()
    {
        var parts = string.Concat(Parts.Select(part => $"\n    {part}"));
        return $"{Method} {Uri.UnescapeDataString($"{Path}{Query}")} {IfMatch} {Body}{parts}";
    }

    private string BatchBody(string root, Func<TableRequest, string?> etag)
    {
        var text = new StringBuilder("--batch_b\r\nContent-Type: multipart/mixed; boundary=changeset_c\r\n\r\n");
        foreach (var part in Parts)
        {
            text.Append("--changeset_c\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n")
                .Append($"{part.Method} {root}/{part.Path} HTTP/1.1\r\nAccept: {part.Accept}\r\nContent-Type: application/json\r\n");
            if (etag(part) is { } match)
                text.Append($"If-Match: {match}\r\n");
            text.Append($"\r\n{part.Body}\r\n\r\n");
        }

        return text.Append("--changeset_c--\r\n--batch_b--\r\n").ToString();
    }
}

/// <summary>Which ETag a request names: those of one server mean nothing to another.</summary>
internal enum IfMatch
{
    None,
    Any,
    Latest,
    Earlier,
    Malformed,
}

internal sealed record EntityKey(string Table, string Partition, string Row)
{
    public string Path => $"{Table}(PartitionKey='{Escape(Partition)}',RowKey='{Escape(Row)}')";

    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
