using System.Globalization;
using Azure.Data.Tables;
using EStation.Regions;

namespace EStation.Ledger;

/// <summary>The news of one group, in one row beside their records, until the fold has added them in.</summary>
public static class OutboxRow
{
    public const string Prefix = "outbox|";
    private const string NewsColumn = "News";

    public static TableEntity? Of(RegionCode county, IReadOnlyList<Entry> entries, DateTimeOffset now)
    {
        var news = entries.SelectMany(entry => entry.News).ToList();
        if (news.Count == 0)
            return null;

        // Ordered by time so that old news tend to be folded first; nothing relies on it.
        var key = Prefix + Guid.CreateVersion7(now).ToString("N");
        return new TableEntity(county.Value, key) { [NewsColumn] = JsonArray(news) };
    }

    /// <summary>Told by the key, whose first 48 bits are milliseconds since 1970.</summary>
    public static DateTimeOffset WrittenAt(TableEntity row) =>
        DateTimeOffset.FromUnixTimeMilliseconds(
            long.Parse(row.RowKey.AsSpan(Prefix.Length, 12), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        );

    public static IReadOnlyList<News> NewsOf(TableEntity row) => News.ReadMany(row.GetBinaryData(NewsColumn));

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
