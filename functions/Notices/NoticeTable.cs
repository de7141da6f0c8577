using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using EStation.Http;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Notices;

public sealed record StoredNotice(Notice Notice, ETag Read);

/// <summary>
/// Notices in <c>Notices</c>: <c>notice|{time, newest first}-{hash}</c> in the partition of their county, or of the region above it; and
/// <c>open|{id}</c> for those that are not in their places yet.
/// </summary>
[PersonalColumn(
    "Notices",
    "notice",
    "Notice",
    Personal.Id,
    NotExportedBecause = "acts of a role belong to the office, not to the person",
    WhenErased = WhenErased.LeadsNowhere
)]
public sealed class NoticeTable(StorageAccounts accounts, Divisions divisions)
{
    private const string Prefix = "notice|";
    private const string OpenPartition = "open";
    private const int PartitionsAtOnce = 8;

    private TableClient Table => accounts.Table("Notices");

    public static string IdOf(RegionCode scope, DateTimeOffset at, string content) => $"{KeptAt(scope)}-{Paging.Falling(at)}-{content}";

    public async Task<StoredNotice?> FindAsync(string id) =>
        TableKey.IsValid(id) && id.Split('-', 2) is [var kept, var key] && await Table.FindAsync(kept, Prefix + key) is { } row
            ? new StoredNotice(NoticeOf(row), row.ETag)
            : null;

    /// <summary>Stores a notice; what is stored under its id already stays.</summary>
    public async Task<Notice> AddAsync(Notice notice) =>
        await Table.TryWriteAsync(RowOf(notice), read: null) ? notice : (await FindAsync(notice.Id))!.Notice;

    /// <returns>False when somebody else was faster.</returns>
    public Task<bool> TryReplaceAsync(StoredNotice stored, Notice notice) => Table.TryWriteAsync(RowOf(notice), stored.Read);

    /// <summary>The notices to a region and below, newest first.</summary>
    public async Task<Http.Page<Notice>> ListAsync(RegionCode region, Paging page)
    {
        var found = new System.Collections.Concurrent.ConcurrentBag<(string Key, Notice Notice)>();
        var from = page.After is null ? Prefix : Prefix + page.After + '\0';
        await Parallel.ForEachAsync(
            divisions.Counties.SelectMany(county => county.Upwards).Distinct().Where(region.Contains).DefaultIfEmpty(KeptAt(region)),
            new ParallelOptions { MaxDegreeOfParallelism = PartitionsAtOnce },
            async (kept, cancellation) =>
            {
                var filter = TableClient.CreateQueryFilter(
                    $"PartitionKey eq {kept.Value} and RowKey ge {from} and RowKey lt {KeyRange.EndOf(Prefix)} and Scope ge {region.Value} and Scope lt {KeyRange.EndOf(region.Value)}"
                );
                var rows = Table.QueryAsync<TableEntity>(filter, page.Limit + 1, cancellationToken: cancellation);
                await foreach (var row in rows.Take(page.Limit + 1).WithCancellation(cancellation))
                    found.Add((row.RowKey[Prefix.Length..], NoticeOf(row)));
            }
        );
        var sorted = found.OrderBy(one => one.Key, StringComparer.Ordinal).ToList();
        return new Http.Page<Notice>(
            [.. sorted.Take(page.Limit).Select(one => one.Notice)],
            sorted.Count > page.Limit ? Paging.CursorOf(sorted[page.Limit - 1].Key) : null
        );
    }

    /// <summary>A notice's places are to be brought up to date: by this request, else by the timer.</summary>
    public Task OpenAsync(string id) => Table.UpsertEntityAsync(new TableEntity(OpenPartition, OpenKeyOf(id)));

    public async Task<IReadOnlyList<(string Id, ETag Read, DateTimeOffset Since)>> ReadOpenAsync() =>
        await Table
            .QueryAsync<TableEntity>(KeyRange.Partition(OpenPartition))
            .Select(row => (row.RowKey["open|".Length..], row.ETag, row.Timestamp ?? DateTimeOffset.MinValue))
            .ToListAsync();

    /// <summary>The places are up to date, unless the notice was opened again.</summary>
    public async Task CloseAsync(string id, ETag read)
    {
        try
        {
            await Table.DeleteEntityAsync(OpenPartition, OpenKeyOf(id), read);
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 412)
        {
            // Another instance closed it, or it was opened again: then the next run sees to it.
        }
    }

    private static string OpenKeyOf(string id) => $"open|{id}";

    private static RegionCode KeptAt(RegionCode scope) => scope.Level > RegionLevel.County ? scope.County : scope;

    private static TableEntity RowOf(Notice notice) =>
        new(KeptAt(notice.Scope).Value, Prefix + notice.Id.Split('-', 2)[1])
        {
            ["Scope"] = notice.Scope.Value,
            ["Notice"] = JsonSerializer.SerializeToUtf8Bytes(notice, Json.AllLanguages),
        };

    private static Notice NoticeOf(TableEntity row) => JsonSerializer.Deserialize<Notice>(row.GetBinary("Notice"), Json.AllLanguages)!;
}
