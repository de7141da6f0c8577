using EStation.Counting;
using EStation.Generator;
using EStation.Ledger;
using EStation.Regions;
using EStation.Statistics.Pages;
using EStation.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Statistics;

/// <summary>Single facts, and reading what has become of them.</summary>
internal static class Facts
{
    public static Registered Registration(string village, string at, string? county = null, Audience audience = Audience.None) =>
        new(
            RegionCode.Parse(county ?? village[..6]),
            RegionCode.Parse(village),
            audience,
            DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture),
            Guid.NewGuid().ToString("N")
        );

    /// <summary>
    /// A host with each county's ledger in an account of its own, as the account map allows: Azurite searches all that an account holds.
    /// </summary>
    public static Task<TestHost> StartHostAsync(TestStorage storage) =>
        TestHost.StartAsync(
            storage,
            Divisions.Listed.Counties.ToDictionary(county => $"Storage:Accounts:{county}", string? (_) => storage.NewAccount())
        );

    public static Task StoreAsync(TestHost host, params IEnumerable<Fact> facts) =>
        ActivatorUtilities.CreateInstance<Loader>(host.Services).StoreAsync(facts);

    /// <summary>
    /// Folds everything and publishes the statistics alone, as the roll-up does. Trainings and videos are listed by range reads, for each
    /// of which Azurite searches all it holds: their marks are passed over.
    /// </summary>
    public static async Task PublishFiguresAsync(TestHost host)
    {
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = 8 };
        var counties = host.Get<Divisions>().Counties;
        await Parallel.ForEachAsync(counties, atOnce, async (county, _) => await host.Get<Fold>().RunAsync(county));
        var marks = await MarksAsync(host, counties);
        var publisher = host.Get<IEnumerable<IPublisher>>().OfType<PagePublisher>().Single();
        await publisher.PublishAsync([.. marks.Where(publisher.Takes)]);
        await Parallel.ForEachAsync(marks, atOnce, async (mark, _) => await host.Get<FoldTable>().ClearAsync(mark));
    }

    /// <summary>How many have registered, by the prepared pages.</summary>
    public static async Task<int> RegisteredAsync(TestHost host, string region, string key)
    {
        var period = PeriodKey.Parse(key);
        var code = RegionCode.Parse(region);
        var holder = code.Parent ?? code;
        var page = await host.Get<PageTable>().FindAsync(holder, Page.SpanOf(period));
        var figures = code == holder ? page?.Whole(period).Figures : page?.PartsIn(period).GetValueOrDefault(code)?.Figures;
        return figures?[Metric.PeopleRegistered] ?? 0;
    }

    public static async Task<IReadOnlyList<DirtyMark>> MarksAsync(TestHost host, params IEnumerable<RegionCode> counties)
    {
        var marks = new List<DirtyMark>();
        foreach (var county in counties)
            marks.AddRange(await host.Get<FoldTable>().ReadMarksAsync(county));
        return marks;
    }
}
