using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace EStation.LocalHost.Tables;

/// <summary>A table server whose answers are given without what differs between two servers: times, ids, ports, values of ETags.</summary>
internal sealed partial class TableServer : IAsyncDisposable
{
    private const string Unknown = "W/\"datetime'2001-01-01T00%3A00%3A00.0000000Z'\"";

    private static readonly string[] Tokens = ["NextTableName", "NextPartitionKey", "NextRowKey"];

    private static readonly HttpClient Http = new();

    private readonly AzuriteServer server;
    private readonly Memory memory;

    private TableServer(AzuriteServer server, Memory memory)
    {
        this.server = server;
        this.memory = memory;
    }

    private string Root => $"http://127.0.0.1:{this.server.Port}/{DevelopmentAccount.Name}";

    /// <param name="before">The server that ran on the folder until now.</param>
    public static async Task<TableServer> StartAsync(string folder, bool plain, TableServer? before = null)
    {
        var setup = new AzuriteSetup { Folder = folder, PlainTables = plain };
        var server = await AzuriteServer.HoldAsync("table", 0, folder, setup, CancellationToken.None);
        return new TableServer(server, before?.memory ?? new Memory());
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    public async Task<Answer> SendAsync(TableRequest request)
    {
        memory.Requests++;
        using var response = await SendAsync(request, Match);
        var body = await response.Content.ReadAsStringAsync();
        var succeeded = response.IsSuccessStatusCode && !body.Contains("odata.error", StringComparison.Ordinal);
        if (succeeded && request.Parts.Count > 0)
            await LearnAsync(request.Parts, body);
        var etag = ValueOf(response, "ETag");
        if (etag is not null && request is { Key: { } key, Body: not null })
            Learn(key, etag);
        var next = Tokens
            .Select(token => (token, Value: ValueOf(response, $"x-ms-continuation-{token}")))
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.token, pair => pair.Value!);
        var headers = string.Join(' ', next);
        var told = $"{(int)response.StatusCode} {response.Content.Headers.ContentType} {etag} {headers}\n{body}";
        return new Answer(succeeded, Tell(told), next);
    }

    /// <summary>The ETags of the entities of a transaction, which its answer does not give for certain.</summary>
    private async Task LearnAsync(IReadOnlyList<TableRequest> parts, string body)
    {
        foreach (Match etag in Etag().Matches(body))
            memory.Writes[etag.Groups[1].Value] = memory.Requests;
        foreach (var key in parts.Where(part => part.Body is not null).Select(part => part.Key!))
        {
            using var response = await SendAsync(new TableRequest(HttpMethod.Get, key.Path), _ => null);
            if (ValueOf(response, "ETag") is { } etag)
                Learn(key, etag);
        }
    }

    private void Learn(EntityKey key, string etag)
    {
        if (!memory.Etags.TryGetValue(key, out var etags))
            memory.Etags[key] = etags = [];
        etags.Add(etag);
        memory.Writes[Etag().Match(etag).Groups[1].Value] = memory.Requests;
    }

    private async Task<HttpResponseMessage> SendAsync(TableRequest request, Func<TableRequest, string?> match)
    {
        using var message = request.For(Root, match);
        var date = DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{date}\n/{DevelopmentAccount.Name}{message.RequestUri!.AbsolutePath}");
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(DevelopmentAccount.Key), signed));
        message.Headers.TryAddWithoutValidation("x-ms-date", date);
        message.Headers.TryAddWithoutValidation("Authorization", $"SharedKeyLite {DevelopmentAccount.Name}:{signature}");
        return await Http.SendAsync(message);
    }

    private string? Match(TableRequest request)
    {
        var known = request.Key is not null && memory.Etags.TryGetValue(request.Key, out var etags) ? etags : [];
        return request.IfMatch switch
        {
            IfMatch.None => null,
            IfMatch.Any => "*",
            IfMatch.Malformed => "no-etag",
            IfMatch.Earlier => known.FindLast(etag => etag != known[^1]) ?? Unknown,
            _ => known.LastOrDefault() ?? Unknown,
        };
    }

    /// <summary>An ETag is told by the ordinal of the request that wrote it, which is the same for both servers.</summary>
    private string Tell(string text)
    {
        text = Etag().Replace(text, etag => $"<write {memory.Writes.GetValueOrDefault(etag.Groups[1].Value, -1)}>");
        text = Timestamp().Replace(text, "$1");
        text = Identifier().Replace(text, "$1");
        return text.Replace($":{server.Port}/", ":port/", StringComparison.Ordinal);
    }

    private static string? ValueOf(HttpResponseMessage response, string header) =>
        response.Headers.NonValidated.TryGetValues(header, out var values) ? values.ToString() : null;

    [GeneratedRegex(@"W/\\?""(datetime'[^']*')\\?""")]
    private static partial Regex Etag();

    [GeneratedRegex(@"(""Timestamp"":)""[^""]*""")]
    private static partial Regex Timestamp();

    [GeneratedRegex("""(RequestId:|Time:|batchresponse_|changesetresponse_|x-ms-request-id: ?)[-\w:.]+""")]
    private static partial Regex Identifier();

    /// <summary>What a caller of this server knows of its ETags.</summary>
    private sealed class Memory
    {
        public int Requests { get; set; }

        public Dictionary<EntityKey, List<string>> Etags { get; } = [];

        public Dictionary<string, int> Writes { get; } = [];
    }
}

/// <param name="Told">Status, headers and body, comparable between servers.</param>
/// <param name="Next">The continuation token by the names of its parts.</param>
internal sealed record Answer(bool Succeeded, string Told, IReadOnlyDictionary<string, string> Next);
