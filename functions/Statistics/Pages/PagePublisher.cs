using System.Collections.Concurrent;
using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;
using EStation.Statistics.Disclosure;

namespace EStation.Statistics.Pages;

/// <summary>Prepares the pages of the statistics: of towns from the ledgers' totals, then of the regions above them, and then runs
/// disclosure control. It reads only parts that changed.</summary>
public sealed class PagePublisher(PageTable pages, YearDisclosure disclosure, TimeProvider time)
    : Publisher<(RegionCode Town, Day Day)>(DayCells.Kind, atOnce: 8)
{
    protected override async Task PublishAsync(IReadOnlyList<Change<(RegionCode Town, Day Day)>> changes)
    {
        var days = changes.Select(change => (change.Key.Town, change.Key.Day, change.ChangedIn)).ToList();
        var reached = new ConcurrentBag<(RegionCode Town, PeriodKey Year, RegionCode Village, Sketch People)>();
        await ForEachAsync(
            days.GroupBy(change => (change.Town, PeriodKey.Of(change.Day, Period.Month))),
            month => PublishDaysAsync(month.Key.Town, month.Key.Item2, [.. month.Select(change => (change.Day, change.ChangedIn))], reached)
        );
        await ForEachAsync(
            days.GroupBy(change => (change.Town, PeriodKey.Of(change.Day, Period.Year)), change => PeriodKey.Of(change.Day, Period.Month)),
            year =>
                PublishYearAsync(
                    year.Key.Town,
                    year.Key.Item2,
                    year.Distinct(),
                    reached.Where(piece => (piece.Town, piece.Year) == year.Key)
                )
        );
        var keys = days.SelectMany(change =>
                Enum.GetValues<Period>().Select(period => (change.Town, Key: PeriodKey.Of(change.Day, period)))
            )
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
        IReadOnlyList<(Day Day, IReadOnlyList<Partition> ChangedIn)> changes,
        ConcurrentBag<(RegionCode Town, PeriodKey Year, RegionCode Village, Sketch People)> reached
    ) =>
        pages.ChangeAsync(
            town,
            month,
            time.Now(),
            async page =>
            {
                foreach (var (day, changedIn) in changes.Select(change => (PeriodKey.Of(change.Day, Period.Day), change.ChangedIn)))
                {
                    var villages = new Dictionary<RegionCode, DayTally>();
                    page.Sources[day] = Sources.Of(page.Sources.GetValueOrDefault(day), changedIn);
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
                        page.Set(day, village, new Part(tally.Figures) { Withheld = tally.Withheld });
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
                KeyValuePair.Create(
                    part.Key,
                    new Part(part.Value.Figures, Latest: new LatestDay(entry.Key.First, part.Value.Figures))
                    {
                        Withheld = part.Value.Withheld,
                    }
                )
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
                    {
                        Withheld = Withheld.Sum(village.Select(part => part.Withheld)),
                    }
                )
            );
}
