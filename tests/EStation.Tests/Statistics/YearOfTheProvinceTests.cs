using System.Collections.Concurrent;
using System.Diagnostics;
using EStation.Counting;
using EStation.Generator;
using EStation.Regions;
using EStation.Statistics.Reconciliation;
using EStation.Testing;

namespace EStation.Statistics;

/// <summary>A generated year through ledger, fold and publishing.</summary>
public class YearOfTheProvinceTests(TestStorage storage, ITestOutputHelper output)
{
    [Fact]
    public async Task Every_figure_equals_an_independent_recount_and_a_rebuild_from_nothing_gives_the_same_bytes()
    {
        await using var host = await Facts.StartHostAsync(storage);
        var size = Deep.IsWanted ? new ProvinceSize(100_000) : new ProvinceSize(250, Counties: 6, Towns: 20);
        var facts = new Province(size, host.Get<Divisions>()).Facts();
        var watch = Stopwatch.StartNew();
        await Facts.StoreAsync(host, facts);
        output.WriteLine($"{facts.Count} facts stored in {watch.Elapsed}");
        watch.Restart();
        host.Meter.Reset();
        await Facts.PublishFiguresAsync(host);
        output.WriteLine($"folded and published in {watch.Elapsed}, {host.Meter.All} operations");

        var recount = Recount.Of(facts);
        var pages = await StoredFigures.ReadPagesAsync(host);
        var figures = StoredFigures.Flatten(pages);
        output.WriteLine(
            $"{figures.Count} figures in {pages.Count} documents, of {figures.Keys.Select(figure => figure.Metric).Distinct().Count()} metrics and {figures.Keys.Select(figure => figure.Column).Distinct().Count()} columns"
        );
        Assert.InRange(figures.Keys.Select(figure => figure.Metric).Distinct().Count(), Deep.Of(4, 14), 14);
        Assert.Equal(recount.Counts.Count, figures.Count);
        Assert.All(recount.Counts, count => Assert.Equal(count.Value, figures.GetValueOrDefault(count.Key)));
        foreach (var page in pages.Where(page => page.Span.Period == Period.Year))
        {
            var people = recount.People.GetValueOrDefault((page.Region, size.Year))?.Count ?? 0;
            Assert.InRange(
                page.Whole(page.Span).Reached!.Value,
                people * (1 - (5 * Sketch.StandardError)) - 1,
                people * (1 + (5 * Sketch.StandardError)) + 1
            );
        }

        var counties = host.Get<Divisions>().Counties;
        Assert.Empty(await Facts.MarksAsync(host, counties));

        watch.Restart();
        var comparisons = await CountyByCountyAsync(
            host,
            county => host.Get<Reconciler>().CompareAsync(county, new Day(DateOnly.MinValue))
        );
        Assert.Empty(comparisons.SelectMany(county => county.Differences));
        Assert.Equal(
            (
                facts
                    .Where(fact => fact is not Announced)
                    .Select(fact => (fact.County, fact.Village.Town, Day.Of(fact.At)))
                    .Distinct()
                    .Count(),
                0
            ),
            (comparisons.Sum(county => county.Rows), comparisons.Sum(county => county.Unsettled))
        );
        output.WriteLine($"compared with the records in {watch.Elapsed}");

        watch.Restart();
        var before = await StoredFigures.DumpAsync(host);
        await StoredFigures.WipeAsync(host);
        await CountyByCountyAsync(host, county => host.Get<Reconciler>().RebuildAsync(county));
        await Facts.PublishFiguresAsync(host);
        var after = await StoredFigures.DumpAsync(host);
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, row => Assert.Equal(row.Value, after[row.Key]));
        output.WriteLine($"{before.Count} documents rebuilt in {watch.Elapsed}");
    }

    /// <summary>A few at a time, as the timers do.</summary>
    private static async Task<IReadOnlyCollection<T>> CountyByCountyAsync<T>(TestHost host, Func<RegionCode, Task<T>> act)
    {
        const int AtOnce = 4;
        var results = new ConcurrentBag<T>();
        await Parallel.ForEachAsync(
            host.Get<Divisions>().Counties,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (county, _) => results.Add(await act(county))
        );
        return results;
    }
}
