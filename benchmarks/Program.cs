using System.Globalization;
using EStation.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
IBenchmark[] all =
[
    new PathBenchmark(),
    new FirstVisitBenchmark(),
    new LedgerBenchmark(),
    new FoldBenchmark(),
    new SignUpBenchmark(),
    new YearBenchmark(),
    new PageBenchmark(),
];
if (Options.Parse(args, [.. all.Select(benchmark => benchmark.Name)]) is not { } options)
    return 2;

await using var stage = await Stage.SetAsync(options.Quick);
var report = new Report();
foreach (var benchmark in all.Where(benchmark => options.Wants(benchmark.Name)))
    await benchmark.RunAsync(stage, report);

Console.WriteLine(report.Text());

// Only a full run of all benchmarks is saved.
if (options is { Quick: false, Only: null })
    await report.SaveAsync(Path.Combine(Stage.SourceRoot, "docs"));
return 0;
