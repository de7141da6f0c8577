using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Statistics.Coverage;

/// <summary>Prepares the coverage of towns and villages and the counts above them: after a change of a station or publicist with the next
/// roll-up, and everywhere once an hour, because activities expire.</summary>
public sealed class CoveragePublisher(CoverageSources sources, CoverageTable table, Divisions divisions, TimeProvider time)
    : Publisher<string>(CoverageDocument.Kind)
{
    protected override Task PublishAsync(IReadOnlyList<Change<string>> changes) =>
        PublishAsync(changes.SelectMany(change => change.ChangedIn).Select(partition => RegionCode.Parse(partition.Key)));

    /// <summary>Publishes these counties (all of them before the first publication) and the regions above them.</summary>
    public async Task PublishAsync(IEnumerable<RegionCode> some)
    {
        RegionCode[] counties = await table.FindAsync(RegionCode.Province) is null ? [.. divisions.Counties] : [.. some.Distinct()];
        await ForEachAsync(counties, county => table.ChangeAsync(county, () => sources.ReadAsync(county, Day.Of(time.Now())), time.Now()));
        await ForEachAsync(
            counties.Select(county => county.At(RegionLevel.Prefecture)).Distinct(),
            prefecture =>
                SumAsync(
                    prefecture,
                    async county =>
                        await table.FindCountyAsync(county.Code) is { } row ? Coverage.Of(county, row.Coverage) : Coverage.NoneOf(county)
                )
        );
        await SumAsync(
            RegionCode.Province,
            async prefecture => (await table.FindAsync(prefecture.Code))?.Coverage ?? Coverage.NoneOf(prefecture)
        );
    }

    private Task SumAsync(RegionCode region, Func<Division, Task<Coverage>> read) =>
        table.ChangeAsync(
            region,
            async () => (await Task.WhenAll((divisions.Find(region)?.Children ?? []).Select(read))).Aggregate((one, other) => one + other),
            time.Now()
        );
}
