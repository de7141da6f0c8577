using Azure;
using Azure.Data.Tables;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Statistics.Pages;

/// <summary>
/// Prepared figures in <c>Statistics</c>: a partition a region; a row <c>day|{month}|{region}</c> holds the days of a month,
/// <c>year|{year}|{region}</c> a year and its months, a column each.
/// </summary>
public sealed class PageTable(StorageAccounts accounts, FoldTable totals)
{
    public const string Name = "Statistics";
    private const string EntryPrefix = "Figures";
    private const string PublicPrefix = "Public";
    private const string ReachedColumn = "Reached";
    private const string SourcesColumn = "Sources";
    private const string AsOfColumn = "AsOf";
    private const string DecidedOnColumn = "DecidedOn";
    private const string FingerprintColumn = "Fingerprint";

    private TableClient Pages => accounts.Table(Name);

    public async Task<Page?> FindAsync(RegionCode region, PeriodKey span) => (await ReadAsync(region, span))?.Page;

    public async Task<(Page Page, ETag? Read)> FindOrMakeAsync(RegionCode region, PeriodKey span) =>
        await ReadAsync(region, span) is { } stored ? (stored.Page, stored.Read) : (new Page(region, span), null);

    /// <summary>The pages that hold the periods from one to another, in their order: one range.</summary>
    public async Task<IReadOnlyList<Page>> ReadRangeAsync(RegionCode region, PeriodKey from, PeriodKey to)
    {
        var pages = new List<Page>();
        await foreach (
            var row in Pages.QueryAsync<TableEntity>(
                KeyRange.Between(region.Value, KeyOf(region, Page.SpanOf(from)), KeyOf(region, Page.SpanOf(to)))
            )
        )
            pages.Add(PageOf(row, region));
        return pages;
    }

    /// <summary>
    /// Changes a page by what its parts come to now. Its ETag is read before the parts: if another publisher comes in between, it is
    /// changed again, so that an older figure never replaces a newer one. For the same reason it is written even when nothing has changed.
    /// </summary>
    public Task ChangeAsync(RegionCode region, PeriodKey span, DateTimeOffset now, Func<Page, Task> change) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            var (page, read) = await FindOrMakeAsync(region, span);
            await change(page);
            return await TryWriteAsync(page, read, now);
        });

    /// <returns>False when somebody else was faster.</returns>
    public Task<bool> TryWriteAsync(Page page, ETag? read, DateTimeOffset now) => Pages.TryWriteAsync(RowOf(page, now), read);

    /// <returns>False when it had to be written and somebody else was faster.</returns>
    public async Task<bool> TryWriteIfChangedAsync(Page page, ETag? read, DateTimeOffset now)
    {
        var row = RowOf(page, now);
        return row.GetString(FingerprintColumn) == page.Fingerprint || await Pages.TryWriteAsync(row, read);
    }

    /// <summary>What a day has come to in a town's villages, as one county's ledger has it.</summary>
    public async Task<IEnumerable<(RegionCode Village, DayTally Tally)>> ReadTotalsAsync(RegionCode county, RegionCode town, Day day)
    {
        var row = await totals.FindTotalsAsync(county, DayCells.RowOf(town, day));
        return VillageColumn.ReadAll(row, DayTally.Read);
    }

    private async Task<(Page Page, ETag Read)?> ReadAsync(RegionCode region, PeriodKey span) =>
        await Pages.FindAsync(region.Value, KeyOf(region, span)) is { } row ? (PageOf(row, region), row.ETag) : null;

    // The region again: the same row key in many partitions makes Azurite slow, and reads well in a dump.
    private static string KeyOf(RegionCode region, PeriodKey span) => $"{(span.Period == Period.Month ? "day" : "year")}|{span}|{region}";

    private static string Digits(PeriodKey key) => key.Value.Replace("-", "", StringComparison.Ordinal);

    private static TableEntity RowOf(Page page, DateTimeOffset now)
    {
        var row = new TableEntity(page.Region.Value, KeyOf(page.Region, page.Span)) { [SourcesColumn] = PageForm.Write(page.Sources) };
        foreach (var (key, parts) in page.Entries)
            WideColumn.Set(row, EntryPrefix + Digits(key) + "_", PageForm.Write(parts));
        foreach (var (key, parts) in page.Public)
            WideColumn.Set(row, PublicPrefix + Digits(key) + "_", PageForm.Write(parts));
        if (page.Reached.Count > 0)
            WideColumn.Set(row, ReachedColumn, PageForm.Write(page.Reached));
        var fingerprint = RowHash.Of(row);
        row[AsOfColumn] = page.Fingerprint == fingerprint ? page.AsOf : now;
        row[FingerprintColumn] = fingerprint;
        row[DecidedOnColumn] = page.DecidedOn?.ToString();
        return row;
    }

    private static Page PageOf(TableEntity row, RegionCode region)
    {
        var span = PeriodKey.Parse(row.RowKey.Split('|')[1]);
        PeriodKey[] keys =
            span.Period == Period.Month
                ? [.. Enumerable.Range(0, span.Last.Date.Day).Select(day => PeriodKey.Of(span.First, Period.Day).Plus(day))]
                : [span, .. Enumerable.Range(0, 12).Select(month => PeriodKey.Of(span.First, Period.Month).Plus(month))];
        return new Page(region, span)
        {
            AsOf = row.GetDateTimeOffset(AsOfColumn)!.Value,
            Fingerprint = row.GetString(FingerprintColumn),
            DecidedOn = Day.TryParse(row.GetString(DecidedOnColumn), null, out var decidedOn) ? decidedOn : null,
            Sources = PageForm.ReadSources(row.GetString(SourcesColumn)),
            Entries = Read(row, EntryPrefix, keys, PageForm.ReadParts),
            Public = Read(row, PublicPrefix, keys, PageForm.ReadPublic),
            Reached = WideColumn.Get(row, ReachedColumn) is { } sketches ? PageForm.ReadSketches(sketches) : [],
        };
    }

    private static Dictionary<PeriodKey, T> Read<T>(TableEntity row, string prefix, PeriodKey[] keys, Func<BinaryData, T> read) =>
        keys.Select(key => (Key: key, Stored: WideColumn.Get(row, prefix + Digits(key) + "_")))
            .Where(entry => entry.Stored is not null)
            .ToDictionary(entry => entry.Key, entry => read(entry.Stored!));
}
