using EStation.Counting;
using EStation.Regions;
using EStation.Stations;
using EStation.Statistics.Pages;

namespace EStation.Statistics.Coverage;

/// <summary>
/// Where it is known which villages are reached: stations and publicists from their registers, activities from the figures.
/// </summary>
public sealed class CoverageSources(PageTable pages, StationTable stations, PublicistTable publicists)
{
    private const int MostStations = 10_000;

    public async Task<CoverageOfCounty> ReadAsync(RegionCode county, Day today)
    {
        var certified = await stations.ReadAsync(county, StationState.Certified, after: null, MostStations);
        var towns = await ReadActiveAsync(county, today, _ => true);
        var active = await Task.WhenAll(towns.Select(town => ReadActiveAsync(town, today, IsActivity)));
        return new CoverageOfCounty(
            Ordered(certified.Select(station => station.Village)),
            Ordered(await publicists.VillagesAsync(county)),
            Ordered(active.SelectMany(villages => villages))
        );
    }

    /// <summary>The parts of a region in which anything, or something certain, has happened lately.</summary>
    private async Task<IEnumerable<RegionCode>> ReadActiveAsync(RegionCode region, Day today, Func<Figures, bool> counts)
    {
        var to = PeriodKey.Of(today, Period.Day);
        var from = to.Plus(1 - Coverage.ActiveDays);
        return (await pages.ReadRangeAsync(region, from, to))
            .SelectMany(page => page.Entries)
            .Where(entry => entry.Key.First.Date >= from.First.Date && entry.Key.First.Date <= to.First.Date)
            .SelectMany(entry => entry.Value)
            .Where(part => counts(part.Value.Figures))
            .Select(part => part.Key)
            .Distinct();
    }

    private static bool IsActivity(Figures figures) => Coverage.Activities.Any(metric => figures[metric] > 0);

    private static IReadOnlyList<RegionCode> Ordered(IEnumerable<RegionCode> villages) =>
        [.. villages.Distinct().OrderBy(village => village.Value, StringComparer.Ordinal)];
}
