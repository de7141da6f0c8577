using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Benchmarks;

/// <summary>
/// Submissions a second over HTTP, beside the same records by the plain SDK and by the group-commit writer alone; interleaved, because the
/// machine is shared and noisy.
/// </summary>
internal sealed class SubmissionBenchmark(bool quick) : IBenchmark
{
    private readonly int rounds = quick ? 1 : 3;
    private readonly int records = quick ? 3_000 : 6_000;

    public string Title => "Submissions";

    public async Task RunAsync(Stage stage, Report report)
    {
        var section = report.Add("Submissions", "farmers", "counties", "way", "records/s", "p50 ms", "p95 ms", "slowest ms", "to plain", "share of a core and memory of each process");
        foreach (var counties in quick ? [1] : new[] { 1, 8 })
        {
            foreach (var farmers in quick ? [64] : new[] { 64, 256 })
                await MeasureAsync(stage, section, farmers, counties);
        }

        section.Note("*plain*: the same two rows in a transaction of their own by the SDK. *writer*: the group-commit writer without HTTP. *HTTP*: submissions to a host process, "
            + "tickets and tokens checked, papers drawn and marked. Median of the rounds; the ratio is the median of the rounds' ratios.");
        await FoldAsync(stage, report);
    }

    private async Task MeasureAsync(Stage stage, Report.Section section, int farmers, int counties)
    {
        List<(Load Load, string Cpu)> plain = [], writer = [], http = [];
        for (var round = 0; round < rounds; round++)
        {
            Progress.Say($"{farmers} farmers, {counties} counties, round {round + 1} of {rounds} ...");
            var connection = stage.NewAccount();
            await using var host = await HostProcess.StartAsync(stage, connection);
            var writers = new Writers(connection, [.. new Divisions().Counties.Take(counties)]);
            await writers.PlainAsync(farmers, records / 6);
            await writers.GroupedAsync(farmers, records / 3);
            plain.Add(await MeterAsync(null, () => writers.PlainAsync(farmers, records / 3)));
            writer.Add(await MeterAsync(null, () => writers.GroupedAsync(farmers, records)));
            http.Add(await OverHttpAsync(stage, host, connection, farmers, counties));
        }

        foreach (var (way, loads) in new[] { ("plain", plain), ("writer", writer), ("HTTP", http) })
        {
            var (load, cpu) = loads.OrderBy(measured => measured.Load.PerSecond).ElementAt(rounds / 2);
            var ratio = loads.Zip(plain, (mine, theirs) => mine.Load.PerSecond / theirs.Load.PerSecond).Order().ElementAt(rounds / 2);
            section.Row(farmers, counties, way, load.PerSecond, load.P50, load.P95, load.Slowest, ratio, cpu);
            section.Bars.Add(($"{way}, {farmers} farmers, {counties} {(counties == 1 ? "county" : "counties")}", load.PerSecond, "/s"));
        }
    }

    private async Task<(Load Load, string Cpu)> OverHttpAsync(Stage stage, HostProcess host, string connection, int farmers, int counties)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = farmers }) { BaseAddress = host.Address };
        var crowd = new Crowd(stage, connection, http);
        var warm = quick ? 2_000 : 5_000; // a server runs for days: the just-in-time compiler has to be done with it
        var tokens = await crowd.GatherAsync(records + warm, counties);
        var attempts = new (string, byte[], string)[tokens.Count];
        var start = await Load.RunAsync(farmers, [.. Enumerable.Range(0, tokens.Count)], async number => attempts[number] = await crowd.StartAsync(tokens[number]));
        Progress.Say($"  started {start.PerSecond:N0} attempts/s");
        await Load.RunAsync(farmers, attempts[..warm], crowd.SubmitAsync);
        var measured = await MeterAsync(host, () => Load.RunAsync(farmers, attempts[warm..], crowd.SubmitAsync));
        await VerifyAsync(connection, attempts.Length);
        return measured;
    }

    private static async Task<(Load Load, string Cpu)> MeterAsync(HostProcess? host, Func<Task<Load>> run)
    {
        var meter = new ProcessMeter(host);
        var load = await run();
        return (load, meter.Read());
    }

    /// <summary>What was answered with 200 is stored.</summary>
    private static async Task VerifyAsync(string connection, int accepted)
    {
        var stored = 0;
        await foreach (var row in new TableClient(connection, LedgerTable.Name).QueryAsync<TableEntity>("RowKey ge 'attempt|' and RowKey lt 'attempt}'", select: ["RowKey"]))
            stored += row.RowKey.EndsWith("|answers", StringComparison.Ordinal) ? 1 : 0;
        if (stored != accepted)
            throw new InvalidOperationException($"{accepted} submissions were accepted, and {stored} are stored.");
    }

    private async Task FoldAsync(Stage stage, Report report)
    {
        var connection = stage.NewAccount();
        var accounts = Stage.Accounts(connection);
        await accounts.Table(LedgerTable.Name).CreateIfNotExistsAsync();
        RegionCode[] counties = [.. new Divisions().Counties.Take(1)];
        await new Writers(connection, counties).GroupedAsync(64, records);
        var meter = new ProcessMeter(null);
        var load = await Load.RunAsync(1, counties, county => new Fold(new FoldTable(accounts), TimeProvider.System).RunAsync(county));
        var section = report.Add("Fold", "news", "news/s", "share of a core and memory of each process");
        section.Row(records, records / load.Elapsed.TotalSeconds, meter.Read());
        section.Bars.Add(("news folded", records / load.Elapsed.TotalSeconds, "/s"));
    }
}
