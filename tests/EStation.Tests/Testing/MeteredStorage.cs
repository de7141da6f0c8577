using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EStation.Testing;

/// <summary>A storage as a host reaches it, by lines that count; others go to it directly.</summary>
internal sealed partial class MeteredStorage : IAsyncDisposable
{
    private readonly Dictionary<int, MeteredLine> lines;

    public MeteredStorage(string connectionString)
    {
        lines = Port()
            .Matches(connectionString)
            .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            .Distinct()
            .ToDictionary(port => port, port => new MeteredLine(port));
        ConnectionString = lines.Aggregate(
            connectionString,
            (text, line) => text.Replace($":{line.Key}/", $":{line.Value.Port}/", StringComparison.Ordinal)
        );
    }

    /// <summary>By way of the lines.</summary>
    public string ConnectionString { get; }

    public long Bytes => lines.Values.Sum(line => line.Bytes);

    /// <summary>Where a signed URL leads without the lines: the signature says nothing of hosts and ports.</summary>
    public string Direct(JsonNode url) =>
        lines.Aggregate((string)url!, (text, line) => text.Replace($":{line.Value.Port}/", $":{line.Key}/", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines.Values)
            await line.DisposeAsync();
    }

    [GeneratedRegex("://127\\.0\\.0\\.1:(\\d+)/")]
    private static partial Regex Port();
}
