using System.Globalization;
using Azure.Data.Tables;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Access;

/// <summary>Table <c>Audit</c>: a partition per month and county or higher region. The province's audit merges 79 of them.</summary>
[PersonalColumn(
    "Audit",
    "",
    "Person",
    Personal.Id,
    NotExportedBecause = "the audit is for those who supervise; it names people by id alone",
    WhenErased = WhenErased.LeadsNowhere
)]
public sealed class AuditTable(StorageAccounts accounts, Divisions divisions)
{
    private const int PartitionsAtOnce = 8;
    private const int LongestSubject = 200; // a refused caller's path is user input

    private TableClient Table => accounts.Table("Audit");

    /// <summary>Increments an entry's count. Two concurrent increments may count as one.</summary>
    public async Task CountAsync(AuditEntry first, string name)
    {
        var (partition, key) = (PartitionOf(KeptAt(first.Region), Day.Of(first.At)), $"{KeyOf(first.At)}|{name}");
        if (await Table.TryWriteAsync(RowOf(first, partition, key), null) || await Table.FindAsync(partition, key) is not { } row)
            return;
        await Table.TryWriteAsync(RowOf(first with { Count = EntryOf(row).Count + 1 }, partition, key), row.ETag);
    }

    // The key is random, so a row that already exists is this row after a lost response.
    public Task AddAsync(AuditEntry entry) =>
        Table.UpsertEntityAsync(
            RowOf(entry, PartitionOf(KeptAt(entry.Region), Day.Of(entry.At)), KeyOf(entry.At) + $"|{Guid.NewGuid():N}"),
            TableUpdateMode.Replace
        );

    public async Task<IReadOnlyList<(string Key, AuditEntry Entry)>> ReadAsync(
        RegionCode region,
        Day from,
        Day to,
        string? after,
        int count
    )
    {
        var newest = after is null ? KeyOf(to.End.AddTicks(-1)) : after + '\0';
        var oldest = KeyRange.EndOf(KeyOf(from.Start));
        var found = new List<(string Key, AuditEntry Entry)>();
        for (
            var month = new DateOnly(to.Date.Year, to.Date.Month, 1);
            month.AddMonths(1) > from.Date && found.Count < count;
            month = month.AddMonths(-1)
        )
            found.AddRange(await ReadMonthAsync(region, new Day(month), newest, oldest, count - found.Count));
        return found;
    }

    private async Task<IEnumerable<(string Key, AuditEntry Entry)>> ReadMonthAsync(
        RegionCode region,
        Day month,
        string newest,
        string oldest,
        int count
    )
    {
        var rows = new System.Collections.Concurrent.ConcurrentBag<TableEntity>();
        await Parallel.ForEachAsync(
            PartitionsOf(region),
            new ParallelOptions { MaxDegreeOfParallelism = PartitionsAtOnce },
            async (part, cancellation) =>
            {
                var partition = PartitionOf(part, month);
                var last = KeyRange.EndOf(region.Value);
                var filter = TableClient.CreateQueryFilter(
                    $"PartitionKey eq {partition} and RowKey ge {newest} and RowKey lt {oldest} and Region ge {region.Value} and Region lt {last}"
                );
                await foreach (var row in Table.QueryAsync<TableEntity>(filter, count, cancellationToken: cancellation).Take(count))
                    rows.Add(row);
            }
        );
        return rows.OrderBy(row => row.RowKey, StringComparer.Ordinal).Take(count).Select(row => (row.RowKey, EntryOf(row)));
    }

    private IEnumerable<RegionCode> PartitionsOf(RegionCode region) =>
        divisions.Counties.SelectMany(county => county.Upwards).Distinct().Where(region.Contains).DefaultIfEmpty(KeptAt(region));

    private static RegionCode KeptAt(RegionCode region) => region.Level > RegionLevel.County ? region.County : region;

    private static string PartitionOf(RegionCode region, Day day) =>
        string.Create(CultureInfo.InvariantCulture, $"{region}|{day.Date:yyyyMM}");

    private static string KeyOf(DateTimeOffset at) =>
        (DateTimeOffset.MaxValue.Ticks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    private static TableEntity RowOf(AuditEntry entry, string partition, string key) =>
        new(partition, key)
        {
            ["At"] = entry.At,
            ["Person"] = entry.Person,
            ["Action"] = entry.Action,
            ["Region"] = entry.Region.Value,
            ["Subject"] = entry.Subject.Length > LongestSubject ? entry.Subject[..LongestSubject] : entry.Subject,
            ["Allowed"] = entry.Allowed,
            ["Count"] = entry.Count,
        };

    private static AuditEntry EntryOf(TableEntity row) =>
        new(
            row.GetDateTimeOffset("At")!.Value,
            row.GetString("Person"),
            row.GetString("Action"),
            RegionCode.Parse(row.GetString("Region")),
            row.GetString("Subject"),
            row.GetBoolean("Allowed")!.Value,
            row.GetInt32("Count") ?? 1
        );
}
