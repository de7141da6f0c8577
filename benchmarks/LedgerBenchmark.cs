namespace EStation.Benchmarks;

/// <summary>Submissions a second over HTTP, beside the same records written by the plain SDK and by the group-commit writer alone. The ways
/// take turns within each round, so that other load on the machine affects all of them.</summary>
internal sealed class LedgerBenchmark : IBenchmark
{
    private static readonly int[] CountyCounts = [1, 8];
    private static readonly int[] FarmerCounts = [64, 256];

    public string Name => "ledger";

    public async Task RunAsync(Stage stage, Report report)
    {
        var (rounds, records) = stage.Quick ? (1, 2_000) : (5, 6_000);
        var results = new List<Result>();
        foreach (var counties in CountyCounts)
        {
            Progress.Say($"{Name}: gathering {records:N0} farmers of {counties} {(counties == 1 ? "county" : "counties")} ...");
            // The first round warms up the just-in-time compiler and is not counted.
            var contests = Enumerable.Range(0, rounds + 1).SelectMany(round => FarmerCounts.Select(farmers => ContestOf(farmers, round)));
            await using var scene = await Scene.SetAsync(stage, counties, records, contests);
            for (var round = 0; round <= rounds; round++)
            {
                foreach (var farmers in FarmerCounts)
                {
                    var found = await MeasureAsync(stage, scene, farmers, round);
                    if (round > 0)
                        results.AddRange(found);
                }
            }
        }

        new LedgerReport(results, rounds, records).AddTo(report);
    }

    private static string ContestOf(int farmers, int round) => $"round-{round}-{farmers}";

    private static async Task<IReadOnlyList<Result>> MeasureAsync(Stage stage, Scene scene, int farmers, int round)
    {
        var contest = ContestOf(farmers, round);
        await scene.EmptyLedgerAsync();
        using var phones = await Phones.ConnectAsync(scene.Host, farmers);
        var writers = scene.Writers(contest);
        byte[][] requests = [];
        var stored = (Submissions: 0, Outbox: 0);
        var start = await MeterAsync(
            Way.Start,
            async () =>
            {
                (var load, requests) = await phones.StartAsync(contest, scene.Tokens);
                return load;
            }
        );
        Func<Task<Result>>[] ways =
        [
            () => MeterAsync(Way.Plain, () => writers.PlainAsync(farmers, scene.Tokens.Count / 3)),
            () => MeterAsync(Way.Writer, () => writers.GroupedAsync(farmers, scene.Tokens.Count)),
            () => MeterAsync(Way.Http, () => phones.SubmitAsync(requests)),
        ];
        List<Result> results = [start];
        for (var turn = 0; turn < ways.Length; turn++)
            results.Add(await ways[(round + turn) % ways.Length]());
        if (await scene.ShapesAsync() is { Count: not 1 } shapes)
            throw new InvalidOperationException($"The ways do not store the same records: {string.Join(" / ", shapes)}.");
        var told = results.Select(result => $"{result.Way} {result.Load.PerSecond:N0}/s");
        Progress.Say($"ledger: {farmers} farmers, {scene.Counties.Count} counties, round {round}: {string.Join(", ", told)}");
        return results;

        async Task<Result> MeterAsync(Way way, Func<Task<Load>> run)
        {
            var meter = stage.Meter(scene.Host);
            var load = await run();
            var usage = meter.Read();
            var before = stored;
            stored = await scene.CountAsync();
            var (submissions, transactions) = (stored.Submissions - before.Submissions, stored.Outbox - before.Outbox);
            return way == Way.Start || submissions == load.Done
                ? new Result(farmers, scene.Counties.Count, round, way, load, usage, transactions)
                : throw new InvalidOperationException($"{load.Done} submissions were accepted ({way}), and {submissions} are stored.");
        }
    }

    internal enum Way
    {
        Start,
        Plain,
        Writer,
        Http,
    }

    /// <param name="Transactions">Transactions with news: each leaves one outbox row.</param>
    internal sealed record Result(int Farmers, int Counties, int Round, Way Way, Load Load, Usage Usage, int Transactions);
}
