using System.Diagnostics.Metrics;
using System.Net;
using Azure.Data.Tables;
using EStation.Counting;
using EStation.Generator;
using EStation.Ledger;
using EStation.Regions;
using EStation.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace EStation.Statistics.Reconciliation;

/// <summary>The nightly recount finds what is wrong, and the rebuild mends it while everything goes on.</summary>
public class AuditAndRebuildTests(TestStorage storage)
{
    private const string Administrator = "13900000001";
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-24T04:00:00Z", null);

    [Fact]
    public async Task A_total_that_differs_from_the_records_is_found_told_and_mended()
    {
        await using var host = await StartAsync();
        await Facts.StoreAsync(
            host,
            Facts.Registration("220102001001", "2026-11-23T04:00:00Z"),
            Facts.Registration("220102001001", "2026-11-23T05:00:00Z", audience: Audience.Women)
        );
        await host.RollUpAsync();
        await RunAsync<ReconcileStatistics>(host, timer => timer.Run(new(), CancellationToken.None));
        Assert.Equal(0, await DifferencesInHealthAsync(host));

        var ledger = new TableClient(host.ConnectionString, LedgerAccounts.TableName);
        var wrong = new DayTally();
        wrong.Figures.Add(Metric.PeopleRegistered, Audience.None, 7);
        await ledger.UpsertEntityAsync(
            new TableEntity("220102", "total|day|220102001|2026-11-23") { ["V220102001001"] = wrong.Write().ToArray() }
        );
        Assert.Equal(2, await MeasuredAsync(() => RunAsync<ReconcileStatistics>(host, timer => timer.Run(new(), CancellationToken.None))));
        Assert.Equal(2, await DifferencesInHealthAsync(host)); // everybody and women

        var administrator = await Farmer.SignInAsync(host, Administrator);
        var report = await Farmer.JsonOf(await administrator.GetAsync("api/statistics/reconciliation"));
        Assert.Equal((2, 7), ((int)report["last"]!["differences"]![0]!["recounted"]!, (int)report["last"]!["differences"]![0]!["stored"]!));

        var asked = await administrator.PostAsync("api/statistics/rebuild");
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Equal(0, (int)(await Farmer.JsonOf(asked))["done"]!);
        await RunAsync<RebuildStatistics>(host, timer => timer.Run(new(), CancellationToken.None));
        var progress = await Farmer.JsonOf(await administrator.GetAsync("api/statistics/rebuild"));
        Assert.Equal(((int)progress["counties"]!, 2, 0), ((int)progress["done"]!, (int)progress["mended"]!, (int)progress["unsettled"]!));
        await host.RollUpAsync();
        Assert.Equal(2, await Facts.RegisteredAsync(host, "22", "2026-11-23"));
        await RunAsync<ReconcileStatistics>(host, timer => timer.Run(new(), CancellationToken.None));
        Assert.Equal(0, await DifferencesInHealthAsync(host));
    }

    [Fact]
    public async Task Every_metric_is_recounted()
    {
        await using var host = await StartAsync();
        Assert.Equal(Enum.GetValues<Metric>(), host.Get<IEnumerable<IRecount>>().SelectMany(recount => recount.Metrics).Order());
    }

    [Fact]
    public async Task Only_administrators_of_the_province_may_ask()
    {
        await using var host = await StartAsync();
        var farmer = await Farmer.SignUpAsync(host);
        Assert.Equal(
            "role.missing",
            await Farmer.RefusalOf(await farmer.GetAsync("api/statistics/reconciliation"), HttpStatusCode.Forbidden)
        );
        Assert.Equal("role.missing", await Farmer.RefusalOf(await farmer.GetAsync("api/statistics/rebuild"), HttpStatusCode.Forbidden));
        Assert.Equal("role.missing", await Farmer.RefusalOf(await farmer.PostAsync("api/statistics/rebuild"), HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task A_rebuild_amid_writing_and_folding_counts_everything_once()
    {
        await using var host = await StartAsync();
        RegionCode[] counties = [.. host.Get<Divisions>().Counties.Take(2)];
        var facts = new Province(
            new ProvinceSize(Deep.Of(60, 2_000), Counties: 2, Towns: 4, VillagesOfTown: 2),
            host.Get<Divisions>()
        ).Facts();
        await Facts.StoreAsync(host, facts.Take(facts.Count / 2));
        await RollingUpUnderFaultsTests.RollUpAsync(host, counties);
        var reconciliation = host.Get<Reconciler>();
        await Task.WhenAll(
            StoreSlowlyAsync(host, facts.Skip(facts.Count / 2)),
            Task.WhenAll(counties.Select(reconciliation.RebuildAsync)),
            RollUpTwiceAsync(host, counties)
        );
        await RollingUpUnderFaultsTests.RollUpAsync(host, counties);

        var recount = Recount.Of(facts);
        var figures = StoredFigures.Flatten(await StoredFigures.ReadPagesAsync(host));
        Assert.Equal(recount.Counts.Count, figures.Count);
        Assert.All(recount.Counts, count => Assert.Equal(count.Value, figures.GetValueOrDefault(count.Key)));
        foreach (var county in counties)
            Assert.Empty((await reconciliation.CompareAsync(county, new Day(DateOnly.MinValue))).Differences);
    }

    private static async Task StoreSlowlyAsync(TestHost host, IEnumerable<Fact> facts)
    {
        foreach (var some in facts.Chunk(4))
            await Facts.StoreAsync(host, some);
    }

    private static async Task RollUpTwiceAsync(TestHost host, RegionCode[] counties)
    {
        await RollingUpUnderFaultsTests.RollUpAsync(host, counties);
        await RollingUpUnderFaultsTests.RollUpAsync(host, counties);
    }

    private Task<TestHost> StartAsync() =>
        TestHost.StartAsync(storage, new Dictionary<string, string?> { ["Administrators"] = Administrator }, now: Now);

    private static Task RunAsync<T>(TestHost host, Func<T, Task> run) =>
        run(ActivatorUtilities.CreateInstance<T>(host.Get<IServiceProvider>()));

    /// <summary>What the alert goes by.</summary>
    private static async Task<long> MeasuredAsync(Func<Task> act)
    {
        var measured = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, meters) =>
        {
            if (instrument.Name == "estation.audit.differences")
                meters.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(
            (_, value, tags, _) => measured += tags.ToArray().Contains(new("county", "220102")) ? value : 0
        );
        listener.Start();
        await act();
        return measured;
    }

    private static async Task<int> DifferencesInHealthAsync(TestHost host) =>
        (int)(await Farmer.JsonOf(await host.Http.GetAsync("api/health")))["statistics"]!["differences"]!;
}
