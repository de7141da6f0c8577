using System.Globalization;
using EStation.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var quick = args.Contains("--quick");
await using var stage = await Stage.SetAsync();
IBenchmark[] benchmarks = [new SubmissionBenchmark(quick)];
var report = new Report();
foreach (var benchmark in benchmarks)
{
    Progress.Say($"{benchmark.Title} ...");
    await benchmark.RunAsync(stage, report);
}

report.Print(Console.Out);
await report.SaveAsync(Stage.SourceRoot);
return 0;
