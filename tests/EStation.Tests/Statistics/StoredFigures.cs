using Azure.Data.Tables;
using EStation.Counting;
using EStation.Regions;
using EStation.Statistics.Pages;
using EStation.Storage;
using EStation.Testing;

namespace EStation.Statistics;

/// <summary>What the prepared pages say, all of them.</summary>
internal static class StoredFigures
{
    public static async Task<IReadOnlyList<Page>> ReadPagesAsync(TestHost host)
    {
        var pages = new List<Page>();
        await foreach (
            var row in new TableClient(host.ConnectionString, PageTable.Name).QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"])
        )
        {
            if (row.RowKey.Split('|') is ["day" or "year", var span, _])
                pages.Add((await host.Get<PageTable>().FindAsync(RegionCode.Parse(row.PartitionKey), PeriodKey.Parse(span)))!);
        }

        return pages;
    }

    /// <summary>Every figure of every region and period, and of every part in the page of what it lies in: both must agree.</summary>
    public static Dictionary<(RegionCode Region, string Key, Metric Metric, Audience Column), int> Flatten(IEnumerable<Page> pages)
    {
        var figures = new Dictionary<(RegionCode Region, string Key, Metric Metric, Audience Column), int>();
        foreach (var page in pages)
        {
            foreach (var (key, parts) in page.Entries)
            {
                foreach (var (region, part) in parts.Append(KeyValuePair.Create(page.Region, page.Whole(key))))
                    Add(region, key, part.Figures);
            }
        }

        return figures;

        void Add(RegionCode region, PeriodKey key, Figures part)
        {
            foreach (var metric in part.Metrics)
            {
                foreach (var column in Columns.All.Where(column => part[metric, column] != 0))
                {
                    var added = figures.TryAdd((region, key.Value, metric, column), part[metric, column]);
                    Assert.True(
                        added || figures[(region, key.Value, metric, column)] == part[metric, column],
                        $"{region} {key} {metric} {column} differs from what is in the page above"
                    );
                }
            }
        }
    }

    /// <summary>Everything stored for the statistics but ETags, timestamps and the marks of writes, row by row.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> DumpAsync(TestHost host)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in new TableClient(host.ConnectionString, PageTable.Name).QueryAsync<TableEntity>())
        {
            if (row.RowKey.StartsWith("day|", StringComparison.Ordinal) || row.RowKey.StartsWith("year|", StringComparison.Ordinal))
                rows[row.RowKey] = string.Join(
                    '\n',
                    row.Where(column => column.Key is not ("odata.etag" or "Timestamp" or "Write"))
                        .OrderBy(column => column.Key, StringComparer.Ordinal)
                        .Select(column => $"{column.Key}={(column.Value is byte[] bytes ? Convert.ToBase64String(bytes) : column.Value)}")
                );
        }

        return rows;
    }

    /// <summary>Takes away all totals of days and all pages.</summary>
    public static async Task WipeAsync(TestHost host)
    {
        var pages = new TableClient(host.ConnectionString, PageTable.Name);
        await DeleteAsync(pages, pages.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"]));
        foreach (
            var ledger in host.Get<StorageAccounts>()
                .AccountsOfLedgers.Select(account => account.GetTableClient(Ledger.LedgerAccounts.TableName))
        )
            await DeleteAsync(
                ledger,
                ledger.QueryAsync<TableEntity>("RowKey ge 'total|day|' and RowKey lt 'total|day~'", select: ["PartitionKey", "RowKey"])
            );
    }

    private static async Task DeleteAsync(TableClient table, IAsyncEnumerable<TableEntity> rows)
    {
        var all = new List<TableEntity>();
        await foreach (var row in rows)
            all.Add(row);
        foreach (var some in all.GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(100)))
            await table.SubmitTransactionAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row)));
    }
}
