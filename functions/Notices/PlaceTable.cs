using Azure;
using Azure.Data.Tables;
using EStation.Regions;
using EStation.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.Notices;

/// <summary>
/// The notices of a place in <c>Notices</c>, partition <c>place|{region}</c>: the newest in <c>live|{region}</c>, older ones in pages, each of
/// which names the next. A document is read at most once a minute.
/// </summary>
public sealed class PlaceTable(StorageAccounts accounts, IMemoryCache cache, TimeProvider time)
{
    private const string Column = "Notices";
    private const int MostPages = 100;

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(60);

    private TableClient Table => accounts.Table("Notices");

    /// <summary>The newest notices of a place, as of at most a minute ago.</summary>
    public Task<PlaceDocument> FindAsync(RegionCode place) => CachedAsync(place, LiveKeyOf(place));

    /// <summary>The notices of a place from the newest on, page by page.</summary>
    public async IAsyncEnumerable<PlaceDocument> ReadAsync(RegionCode place)
    {
        var document = await FindAsync(place);
        yield return document;
        for (var pages = 0; pages < MostPages && document.Older is { } older; pages++)
        {
            document = await CachedAsync(place, PageKeyOf(older));
            yield return document;
        }
    }

    /// <summary>Adds a notice: one write, as long as the place is not full. Again: nothing.</summary>
    public Task AddAsync(RegionCode place, PlacedNotice notice) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            var (document, read) = await LoadAsync(place, LiveKeyOf(place));
            // An older one than all that are live may have moved to a page since.
            if (document.Has(notice.Id) || await IsInPagesAsync(place, document, notice))
                return true;
            var page = Guid.NewGuid().ToString("N");
            var (after, older) = document.With(notice, page, time.Now());
            if (older is not null)
                await Table.UpsertEntityAsync(RowOf(place, PageKeyOf(page), older), TableUpdateMode.Replace);
            return await WriteAsync(place, LiveKeyOf(place), after, read);
        });

    /// <summary>Takes a notice away, wherever it is.</summary>
    public async Task RemoveAsync(RegionCode place, string id)
    {
        string? key = LiveKeyOf(place);
        for (var pages = 0; key is not null && pages <= MostPages; pages++)
        {
            var here = key;
            var (removed, older) = (false, (string?)null);
            await OptimisticConcurrency.RetryAsync(async () =>
            {
                var (document, read) = await LoadAsync(place, here);
                (removed, older) = (document.Has(id), document.Older);
                return !removed || await WriteAsync(place, here, document.Without(id, time.Now()), read);
            });
            key = removed || older is null ? null : PageKeyOf(older);
        }
    }

    private async Task<bool> IsInPagesAsync(RegionCode place, PlaceDocument live, PlacedNotice notice)
    {
        if (live.Notices.Count > 0 && string.CompareOrdinal(notice.Key, live.Notices[^1].Key) < 0)
            return false;
        for (var older = live.Older; older is not null; )
        {
            var (page, _) = await LoadAsync(place, PageKeyOf(older));
            if (page.Has(notice.Id))
                return true;
            older = page.Older;
        }

        return false;
    }

    private async Task<PlaceDocument> CachedAsync(RegionCode place, string key) =>
        cache.TryGetValue(CacheKey(place, key), out PlaceDocument? known)
            ? known!
            : Remember(place, key, (await LoadAsync(place, key)).Document);

    private async Task<(PlaceDocument Document, ETag? Read)> LoadAsync(RegionCode place, string key) =>
        await Table.FindAsync(PartitionOf(place), key) is { } row
            ? (PlaceDocument.Read(row.GetBinary(Column)), row.ETag)
            : (PlaceDocument.Empty, null);

    private async Task<bool> WriteAsync(RegionCode place, string key, PlaceDocument document, ETag? read)
    {
        if (!await Table.TryWriteAsync(RowOf(place, key, document), read))
            return false;
        Remember(place, key, document);
        return true;
    }

    private PlaceDocument Remember(RegionCode place, string key, PlaceDocument document) =>
        cache.Set(CacheKey(place, key), document, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Freshness });

    private static TableEntity RowOf(RegionCode place, string key, PlaceDocument document) =>
        new(PartitionOf(place), key) { [Column] = document.Write() };

    private static string PartitionOf(RegionCode place) => $"place|{place}";

    private static string LiveKeyOf(RegionCode place) => $"live|{place}";

    private static string PageKeyOf(string page) => $"page|{page}";

    private static string CacheKey(RegionCode place, string key) => $"place|{place}|{key}";
}
