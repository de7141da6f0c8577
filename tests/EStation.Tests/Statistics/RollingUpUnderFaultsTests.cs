using EStation.Generator;
using EStation.Ledger;
using EStation.Regions;
using EStation.Statistics.Pages;
using EStation.Testing;

namespace EStation.Statistics;

/// <summary>Fold and publish break off anywhere, twice at once; what comes after finds everything counted once.</summary>
public class RollingUpUnderFaultsTests(TestStorage storage)
{
    private const int Hosts = 3;

    [Fact]
    public async Task Wherever_storage_breaks_the_figures_become_those_of_a_recount()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, Hosts)
                .Select(async at =>
                {
                    await using var host = await TestHost.StartAsync(storage);
                    for (var year = 0; year < Deep.Of(12, 501) / Hosts; year++)
                        await RunAsync(host, seed: (at * 1_000) + year, 1971 + year);
                })
        );
    }

    private static async Task RunAsync(TestHost host, int seed, int year)
    {
        var divisions = host.Get<Divisions>();
        RegionCode[] counties = [.. divisions.Counties.Take(3)];
        var size = new ProvinceSize(8, Counties: 3, Towns: 4, VillagesOfTown: 2, Year: year, Seed: seed);
        var facts = new Province(size, divisions).Facts();
        var random = new Random(seed);
        await Facts.StoreAsync(host, facts.Take(4));
        await BreakAsync(host, random, () => Task.WhenAll(RollUpAsync(host, counties), RollUpAsync(host, counties)));
        await Facts.StoreAsync(host, facts.Skip(4));
        await BreakAsync(host, random, () => RollUpAsync(host, counties));
        await RollUpAsync(host, counties);

        await CompareAsync(host, facts, size);
    }

    /// <summary>A year's figures are those of a recount, and nothing is left to be done.</summary>
    internal static async Task CompareAsync(TestHost host, IReadOnlyList<Fact> facts, ProvinceSize size)
    {
        var recount = Recount.Of(facts);
        var pages = (
            await Task.WhenAll(PagesOf(facts, size.Year).Select(page => host.Get<PageTable>().FindAsync(page.Region, page.Span)))
        ).OfType<Page>();
        var figures = StoredFigures.Flatten(pages);
        Assert.True(
            recount.Counts.Count == figures.Count && recount.Counts.All(count => figures.GetValueOrDefault(count.Key) == count.Value),
            $"seed {size.Seed} differs from its recount"
        );
        Assert.True(
            (await Facts.MarksAsync(host, facts.Select(fact => fact.County).Distinct())).Count == 0,
            $"seed {size.Seed} left a mark"
        );
    }

    private static IEnumerable<(RegionCode Region, PeriodKey Span)> PagesOf(IReadOnlyList<Fact> facts, int year) =>
        facts
            .SelectMany(fact => fact.Village.Town.Upwards.Select(region => (region, PeriodKey.Of(Day.Of(fact.At), Period.Month))))
            .Concat(
                facts.SelectMany(fact =>
                    fact.Village.Town.Upwards.Select(region => (region, PeriodKey.Of(new Day(new DateOnly(year, 1, 1)), Period.Year)))
                )
            )
            .Distinct();

    /// <summary>As the timer does, for these counties.</summary>
    internal static async Task RollUpAsync(TestHost host, IReadOnlyList<RegionCode> counties)
    {
        foreach (var county in counties)
            await host.Get<Fold>().RunAsync(county);
        var marks = await Facts.MarksAsync(host, counties);
        foreach (var publisher in host.Get<IEnumerable<IPublisher>>())
            await publisher.PublishAsync([.. marks.Where(publisher.Takes)]);
        await Task.WhenAll(marks.Select(host.Get<FoldTable>().ClearAsync));
    }

    /// <summary>After some requests storage is away: what was sent may have arrived, or not.</summary>
    private static async Task BreakAsync(TestHost host, Random random, Func<Task> act)
    {
        var (left, when) = (random.Next(1, 60), random.Next(2) == 0 ? When.BeforeSending : When.AfterSending);
        host.Meter.Faults = (_, at) => at == when && Interlocked.Decrement(ref left) < 0 ? Fault.Disconnect : Fault.None;
        try
        {
            await act();
        }
        catch (Exception broken) when (IsOurFault(broken))
        {
            // The tick is over; the next one goes on.
        }

        host.Meter.Faults = (_, _) => Fault.None;
    }

    private static bool IsOurFault(Exception broken) =>
        broken is IOException || (broken is AggregateException many && many.InnerExceptions.All(IsOurFault));
}
