using System.Globalization;
using Azure.Data.Tables;

namespace EStation.Ledger;

/// <summary>The news of one group, in one row, until the fold has added them to the totals.</summary>
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

    internal TableEntity Row { get; }

    internal static TableEntity? Of(Partition partition, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        var news = entries.SelectMany(entry => entry.News).ToList();
        if (news.Count == 0)
            return null;

        // Keys in the order of time let old news be folded first. Correctness does not depend on it.
        var key = Prefix + Guid.CreateVersion7(now).ToString("N");
        return new TableEntity(partition.Key, key) { [NewsColumn] = JsonArray(news) };
    }

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
