using Azure.Data.Tables;
using EStation.Testing;

namespace EStation.Contests.Fairness;

/// <summary>All prepared documents of a storage, as text, without the moments at which they were made.</summary>
internal static class StoredDocuments
{
    private static readonly HashSet<string> Moments = ["AsOf", "Timestamp", "odata.etag", "Write"];

    /// <summary>Who decides on disclosure now.</summary>
    private const string TurnPrefix = "turn|";

    public static async Task<IReadOnlyList<string>> ReadAsync(TestHost host)
    {
        var rows = new List<string>();
        foreach (var table in new[] { "Documents", "Statistics" })
        {
            await foreach (var row in new TableClient(host.ConnectionString, table).QueryAsync<TableEntity>())
            {
                if (row.RowKey.StartsWith(TurnPrefix, StringComparison.Ordinal))
                    continue;
                var columns = row.Where(column => !Moments.Contains(column.Key)).OrderBy(column => column.Key, StringComparer.Ordinal);
                rows.Add($"{table}: " + string.Join(' ', columns.Select(column => $"{column.Key}={TextOf(column.Value)}")));
            }
        }

        return rows;
    }

    private static string TextOf(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value.ToString()!;
}
