using System.Globalization;
using static EStation.Benchmarks.LedgerBenchmark;

namespace EStation.Benchmarks;

/// <summary>The report of the ledger benchmark: medians over the rounds, ratios within each round.</summary>
internal sealed class LedgerReport(IReadOnlyList<Result> results, int rounds, int records)
{
    private static readonly string[] Processes = ["host", "load", "table", "blob"];

    public void AddTo(Report report)
    {
        var section = report.Add(
            "Submissions",
            [
                "farmers",
                "counties",
                "way",
                "a second",
                "times plain",
                "p50 ms",
                "p95 ms",
                "max ms",
                "a transaction",
                .. Processes.Select(process => $"{process} µs"),
                "others",
            ]
        );
        foreach (var cell in results.GroupBy(result => (result.Farmers, result.Counties)))
        {
            var plain = Of(cell, Way.Plain);
            foreach (var way in new[] { Way.Plain, Way.Writer, Way.Http, Way.Start })
                Add(section, Of(cell, way), plain);
        }

        section.Note(
            $"*Plain*: the same two rows, record and news, in a transaction of their own by the SDK. *Writer*: group commit in the load's process, no HTTP. *Http*: to a host "
                + "process; token and ticket are checked, the paper is drawn and marked, the review is sent compressed. *Start*: the same farmers starting their attempts (one row, no news), not compared. "
                + $"{records:N0} farmers a round, {records / 3:N0} records by the plain way; medians of {rounds} rounds after one to warm up, ratios within a round; every submission was answered 200 and found in storage."
        );
        section.Note(
            "*A transaction*: records in one. *µs*: CPU time of each process a record. *Others*: what everybody else had of the machine, the kernel's share of the traffic included."
        );
        foreach (var line in Limits())
            section.Note(line);
    }

    private static Result[] Of(IEnumerable<Result> cell, Way way) =>
        [.. cell.Where(result => result.Way == way).OrderBy(result => result.Round)];

    private static void Add(Report.Section section, Result[] mine, Result[] plain)
    {
        var one = mine[0];
        var ratio = Median(mine.Zip(plain, (my, theirs) => my.Load.PerSecond / theirs.Load.PerSecond));
        section.Row([
            one.Farmers,
            one.Counties,
            one.Way,
            Number(mine, result => result.Load.PerSecond),
            one.Way == Way.Start ? "" : Format(ratio, "N1"),
            Number(mine, result => result.Load.Within(0.50), "N1"),
            Number(mine, result => result.Load.Within(0.95), "N1"),
            Number(mine, result => result.Load.Within(1)),
            one.Transactions == 0 ? "" : Number(mine, result => (double)result.Load.Done / result.Transactions, "N1"),
            .. Processes.Select(process => Number(mine, result => result.Usage.Cpu[process].TotalMicroseconds / result.Load.Done)),
            Number(mine, result => result.Usage.ShareOfOthers, "P0"),
        ]);
        if (one.Way != Way.Start)
            section.Bar(
                $"{one.Farmers} farmers, {one.Counties} {(one.Counties == 1 ? "county" : "counties")}",
                one.Way.ToString(),
                Median(mine.Select(result => result.Load.PerSecond))
            );
    }

    private IEnumerable<string> Limits()
    {
        foreach (var cell in results.Where(result => result.Way == Way.Http).GroupBy(result => (result.Farmers, result.Counties)))
        {
            var shares = Processes
                .Select(process => (Name: process, Share: Median(cell.Select(result => result.Usage.ShareOf(process)))))
                .Append((Name: "others", Share: Median(cell.Select(result => result.Usage.ShareOfOthers))))
                .OrderByDescending(one => one.Share)
                .ToList();
            yield return $"Http, {cell.Key.Farmers} farmers, {cell.Key.Counties} {(cell.Key.Counties == 1 ? "county" : "counties")}: of {Environment.ProcessorCount} cores "
                + string.Join(", ", shares.Select(one => $"{one.Name} {Format(one.Share, "P0")}"))
                + $"; {Format(Math.Max(0, 1 - shares.Sum(one => one.Share)), "P0")} idle. Memory: "
                + string.Join(", ", cell.Last().Usage.Memory.Select(process => $"{process.Key} {process.Value >> 20} MB"))
                + ".";
        }
    }

    private static string Number(IEnumerable<Result> all, Func<Result, double> figure, string format = "N0") =>
        Format(Median(all.Select(figure)), format);

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<double> values) =>
        values.Order().ToArray() is var sorted && sorted.Length % 2 == 1
            ? sorted[sorted.Length / 2]
            : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
}
