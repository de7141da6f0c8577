using System.Collections.Concurrent;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Statistics;

/// <summary>
/// Prepares the pages of the statistics: of towns from the ledgers' totals, then of what they lie in, from below upwards; at the end it is
/// decided what the public may see. The cost follows what has changed: only parts that changed are read.
/// </summary>
public sealed class PagePublisher(PageTable pages, Disclosure disclosure, TimeProvider time) : IPublisher
{
    private const int AtOnce = 8;

    public bool Takes(DirtyMark mark) => DayCells.Parse(mark.Document) is not null;

    public async Task PublishAsync(IReadOnlyCollection<DirtyMark> marks)
    {
        var changes = marks
            .Select(mark => (DayCells.Parse(mark.Document)!.Value.Town, DayCells.Parse(mark.Document)!.Value.Day, mark.County))
            .ToList();
        var reached = new ConcurrentBag<(RegionCode Town, PeriodKey Year, RegionCode Village, Sketch People)>();
        await ForEachAsync(
            changes.GroupBy(change => (change.Town, PeriodKey.Of(change.Day, Period.Month))),
            month => PublishDaysAsync(month.Key.Town, month.Key.Item2, [.. month.Select(change => (change.Day, change.County))], reached)
        );
        await ForEachAsync(
            changes.GroupBy(
                change => (change.Town, PeriodKey.Of(change.Day, Period.Year)),
                change => PeriodKey.Of(change.Day, Period.Month)
            ),
            year =>
                PublishYearAsync(
                    year.Key.Town,
                    year.Key.Item2,
                    year.Distinct(),
                    reached.Where(piece => (piece.Town, piece.Year) == year.Key)
                )
        );
        var keys = changes
            .SelectMany(change => Enum.GetValues<Period>().Select(period => (change.Town, Key: PeriodKey.Of(change.Day, period))))
            .Distinct()
            .ToList();
        for (var level = RegionLevel.County; level >= RegionLevel.Province; level--)
        {
            await ForEachAsync(
                keys.GroupBy(change => (Region: change.Town.At(level), Span: Page.SpanOf(change.Key))),
                page =>
                    PublishRegionAsync(
                        page.Key.Region,
                        page.Key.Span,
                        page.Select(change => (change.Town.At(level + 1), change.Key)).Distinct()
                    )
            );
        }

        foreach (var (province, year) in keys.Select(change => (change.Town.At(RegionLevel.Province), change.Key.Year)).Distinct())
            await disclosure.DiscloseAsync(province, year);
    }

    private Task PublishDaysAsync(
        RegionCode town,
        PeriodKey month,
        IReadOnlyList<(Day Day, RegionCode County)> changes,
        ConcurrentBag<(RegionCode Town, PeriodKey Year, RegionCode Village, Sketch People)> reached
    ) =>
        pages.ChangeAsync(
            town,
            month,
            time.Now(),
            async page =>
            {
                foreach (
                    var (day, counties) in changes
                        .GroupBy(change => change.Day, change => change.County)
                        .Select(day => (PeriodKey.Of(day.Key, Period.Day), day))
                )
                {
                    var villages = new Dictionary<RegionCode, DayTally>();
                    page.Sources[day] =
                    [
                        .. page.Sources.GetValueOrDefault(day, []).Union(counties).OrderBy(source => source.Value, StringComparer.Ordinal),
                    ];
                    foreach (var source in page.Sources[day])
                    {
                        foreach (var (village, tally) in await pages.ReadTotalsAsync(source, town, day.First))
                        {
                            if (!villages.TryAdd(village, tally))
                                villages[village].Merge(tally);
                        }
                    }

                    page.Entries.Remove(day);
                    foreach (var (village, tally) in villages)
                    {
                        page.Set(day, village, new Part(tally.Figures));
                        reached.Add((town, month.Year, village, tally.Reached));
                    }
                }
            }
        );

    private Task PublishYearAsync(
        RegionCode town,
        PeriodKey year,
        IEnumerable<PeriodKey> months,
        IEnumerable<(RegionCode Town, PeriodKey Year, RegionCode Village, Sketch People)> reached
    ) =>
        pages.ChangeAsync(
            town,
            year,
            time.Now(),
            async page =>
            {
                foreach (var piece in reached)
                    page.Reach(piece.Village, piece.People);
                foreach (var month in months)
                {
                    page.Entries.Remove(month);
                    var days = await pages.FindAsync(town, month);
                    foreach (var (village, part) in SumOfVillages(DaysOf(days)))
                        page.Set(month, village, part);
                }

                var all = page.Entries.Where(entry => entry.Key.Period == Period.Month).SelectMany(entry => entry.Value).ToList();
                page.Entries.Remove(year);
                foreach (var (village, part) in SumOfVillages(all))
                    page.Set(year, village, part with { Reached = page.Reached.GetValueOrDefault(village)?.Estimate() });
            }
        );

    private Task PublishRegionAsync(RegionCode region, PeriodKey span, IEnumerable<(RegionCode Child, PeriodKey Key)> changes) =>
        pages.ChangeAsync(
            region,
            span,
            time.Now(),
            async page =>
            {
                foreach (var child in changes.GroupBy(change => change.Child, change => change.Key))
                {
                    var part = await pages.FindAsync(child.Key, span) ?? new Page(child.Key, span);
                    foreach (var key in child)
                        page.Set(key, child.Key, part.Whole(key));
                    if (span.Period == Period.Year)
                        page.Reach(region, part.ReachedByAll());
                }
            }
        );

    private static IEnumerable<KeyValuePair<RegionCode, Part>> DaysOf(Page? days) =>
        (days?.Entries ?? []).SelectMany(entry =>
            entry.Value.Select(part =>
                KeyValuePair.Create(part.Key, new Part(part.Value.Figures, Latest: new LatestDay(entry.Key.First, part.Value.Figures)))
            )
        );

    private static IEnumerable<(RegionCode Village, Part Part)> SumOfVillages(IEnumerable<KeyValuePair<RegionCode, Part>> parts) =>
        parts
            .GroupBy(part => part.Key, part => part.Value)
            .Select(village =>
                (
                    village.Key,
                    new Part(
                        Figures.SumOf(village.Select(part => part.Figures)),
                        Latest: village.Select(part => part.Latest).OfType<LatestDay>().MaxBy(latest => latest.Day.Date)
                    )
                )
            );

    private static Task ForEachAsync<T>(IEnumerable<T> items, Func<T, Task> publish) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (item, _) => await publish(item));
}
