using System.Collections.Concurrent;
using EStation.Regions;
using EStation.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace EStation.Statistics.Reconciliation;

/// <summary>
/// Every night at 3:30 in Shanghai: recounts the records and compares them with the totals of the last days. It reads all records, since
/// who took part for the first time cannot be told from the last days; this is the one thing whose cost follows what is stored.
/// </summary>
public sealed class ReconcileStatistics(
    Divisions divisions,
    Reconciler reconciler,
    ReconciliationTable reports,
    TimeProvider time,
    ILogger<ReconcileStatistics> logger
)
{
    private const int Days = 45; // news may come 40 days late
    private const int CountiesAtOnce = 4;
    private const int MostReported = 50;

    [Function(nameof(ReconcileStatistics))]
    public async Task Run([TimerTrigger("0 30 19 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = time.Now();
        var since = new Day(Day.Of(now).Date.AddDays(-Days));
        var compared = new ConcurrentBag<Comparison>();
        var failed = new ConcurrentBag<RegionCode>();
        await Parallel.ForEachAsync(
            divisions.Counties,
            new ParallelOptions { MaxDegreeOfParallelism = CountiesAtOnce },
            async (county, _) =>
            {
                try
                {
                    compared.Add(await reconciler.CompareAsync(county, since));
                }
                catch (Exception failure)
                {
                    logger.LogError(failure, "Recounting county {County} failed", county);
                    failed.Add(county);
                }
            }
        );
        var differences = compared
            .SelectMany(county => county.Differences)
            .OrderBy(difference => (difference.Village.Value, difference.Day.ToString()))
            .ToList();
        foreach (var difference in differences.Take(MostReported))
            logger.LogError("Statistics differ from the records: {Difference}", difference);
        foreach (var county in differences.GroupBy(difference => difference.County))
            Measures.AuditDifferences.Add(county.Count(), Measures.County(county.Key.Value));
        await reports.ReplaceAsync(
            new ReconciliationReport(
                now,
                since,
                compared.Count,
                compared.Sum(county => county.Rows),
                compared.Sum(county => county.Unsettled),
                differences.Count,
                [.. differences.Take(MostReported)],
                [.. failed.OrderBy(county => county.Value, StringComparer.Ordinal)]
            )
        );
    }
}
