using System.Collections.Concurrent;
using EStation.Regions;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics;

/// <summary>Every hour: which towns and villages are reached. It changes with the days that go by, not only with news.</summary>
internal sealed class PublishCoverage(CoverageSources sources, CoverageTable table, Divisions divisions, TimeProvider time)
{
    private const int CountiesAtOnce = 2;

    [Function(nameof(PublishCoverage))]
    public async Task Run([TimerTrigger("0 10 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = time.Now();
        var counties = new ConcurrentDictionary<RegionCode, Coverage>();
        await Parallel.ForEachAsync(
            divisions.Counties,
            new ParallelOptions { MaxDegreeOfParallelism = CountiesAtOnce },
            async (county, _) =>
            {
                var coverage = await sources.ReadAsync(county, Day.Of(now));
                await table.ReplaceAsync(county, coverage, now);
                counties[county] = Coverage.Of(divisions.Find(county)!, coverage);
            }
        );
        foreach (
            var region in counties
                .GroupBy(county => county.Key.At(RegionLevel.Prefecture))
                .Concat(counties.GroupBy(county => county.Key.At(RegionLevel.Province)))
        )
        {
            var parts = region.Select(county => county.Value).ToList();
            var sum = new Coverage(
                parts.Select(part => part.Towns).Aggregate((one, other) => one + other),
                parts.Select(part => part.Villages).Aggregate((one, other) => one + other)
            );
            await table.ReplaceAsync(region.Key, sum, now);
        }
    }
}
