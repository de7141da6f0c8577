using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Statistics.Coverage;

/// <summary>
/// Prepares which towns and villages are reached, and what that comes to in prefectures and the province: where a station or a publicist
/// has changed it, with the next roll-up, and everywhere once an hour, as it changes with the days that go by too.
/// </summary>
public sealed class CoveragePublisher(CoverageSources sources, CoverageTable table, Divisions divisions, TimeProvider time)
    : Publisher<string>(CoverageDocument.Kind)
{
    protected override Task PublishAsync(IReadOnlyList<Change<string>> changes) =>
        PublishAsync(changes.SelectMany(change => change.ChangedIn).Select(partition => RegionCode.Parse(partition.Key)));

    /// <summary>Publishes some counties, or all of them where nothing has been published yet, and what they lie in.</summary>
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
