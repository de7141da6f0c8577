using System.Globalization;
using Azure.Data.Tables;
using EStation.Ledger.Committing;

namespace EStation.Ledger;

/// <summary>News of one group, in one row, until the fold has added them to the totals.</summary>
public sealed class OutboxRow
{
    internal const string Prefix = "outbox|";
    private const string NewsColumn = "News";

    internal OutboxRow(TableEntity row, NewsKinds kinds)
    {
        Row = row;
        News = kinds.Read(row.GetBinaryData(NewsColumn));
    }

    public IReadOnlyList<News> News { get; }

    /// <summary>Read from the key, whose first 48 bits are milliseconds since 1970.</summary>
    public DateTimeOffset WrittenAt =>
        DateTimeOffset.FromUnixTimeMilliseconds(
            long.Parse(Row.RowKey.AsSpan(Prefix.Length, 12), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        );

    /// <summary>Unique in its partition.</summary>
    public string Key => Row.RowKey;

    internal TableEntity Row { get; }

    /// <summary>One row for a group, and several for one entry whose news are more than a group may have.</summary>
    internal static IEnumerable<TableEntity> Of(Partition partition, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        var some = new List<byte[]>();
        var totals = new HashSet<string>(StringComparer.Ordinal);
        var bytes = 0;
        foreach (var (news, changed) in entries.SelectMany(entry => entry.Pieces))
        {
            if (some.Count > 0 && (bytes + news.Length + 1 > Group.MostNewsBytes || totals.Union(changed).Count() > Group.MostTotals))
            {
                yield return RowOf(partition, some, now);
                (some, totals, bytes) = ([], new HashSet<string>(StringComparer.Ordinal), 0);
            }

            some.Add(news);
            totals.UnionWith(changed);
            bytes += news.Length + 1;
        }

        if (some.Count > 0)
            yield return RowOf(partition, some, now);
    }

    // Keys in the order of time let old news be folded first. Correctness does not depend on it.
    private static TableEntity RowOf(Partition partition, List<byte[]> news, DateTimeOffset now) =>
        new(partition.Key, Prefix + Guid.CreateVersion7(now).ToString("N")) { [NewsColumn] = JsonArray(news) };

    private static byte[] JsonArray(List<byte[]> items)
    {
        var array = new MemoryStream(items.Sum(item => item.Length + 1) + 1);
        var before = (byte)'[';
        foreach (var item in items)
        {
            array.WriteByte(before);
            array.Write(item);
            before = (byte)',';
        }

        array.WriteByte((byte)']');
        return array.ToArray();
    }
}
