using System.Diagnostics;
using EStation.Generator;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Statistics;

/// <summary>A generated year through ledger, fold and publishing.</summary>
public class YearOfTheProvince(TestStorage storage, ITestOutputHelper output)
{
    [Fact]
    public async Task Every_figure_of_every_region_period_and_audience_equals_an_independent_recount()
    {
        await using var host = await TestHost.StartAsync(storage);
        var size = Depth.Deep ? new ProvinceSize(100_000) : new ProvinceSize(400, Counties: 9, Towns: 30);
        var facts = new Province(size, host.Get<Divisions>()).Facts();
        var watch = Stopwatch.StartNew();
        await new Loader(host.Get<Ledger.CountyLedgers>(), host.Get<Contests.AttemptTable>()).StoreAsync(facts);
        output.WriteLine($"{facts.Count} facts stored in {watch.Elapsed}");
        watch.Restart();
        host.Meter.Reset();
        await host.RollUpAsync();
        output.WriteLine($"folded and published in {watch.Elapsed}, {host.Meter.All} operations");

        var recount = Recount.Of(facts);
        var pages = await StoredFigures.ReadPagesAsync(host);
        var figures = StoredFigures.Flatten(pages);
        Assert.Equal(recount.Counts.Count, figures.Count);
        Assert.All(recount.Counts, count => Assert.Equal(count.Value, figures.GetValueOrDefault(count.Key)));
        foreach (var page in pages.Where(page => page.Span.Period == Period.Year))
        {
            var people = recount.People.GetValueOrDefault((page.Region, size.Year))?.Count ?? 0;
            Assert.InRange(page.Whole(page.Span).Reached!.Value, people * (1 - (5 * Sketch.StandardError)) - 1, people * (1 + (5 * Sketch.StandardError)) + 1);
        }

        Assert.Empty(await MarksAsync(host));
    }

    private static async Task<IReadOnlyList<Ledger.DirtyMark>> MarksAsync(TestHost host)
    {
        var marks = new List<Ledger.DirtyMark>();
        foreach (var county in host.Get<Divisions>().Counties)
            marks.AddRange(await host.Get<Ledger.FoldTable>().ReadMarksAsync(county));
        return marks;
    }
}
