using EStation.Regions;
using EStation.Stations;

namespace EStation.Statistics;

/// <summary>
/// Where it is known which villages are reached: stations and publicists from their registers, activities from the figures.
/// </summary>
internal sealed class CoverageSources(PageTable pages, StationTable stations, PublicistTable publicists, Divisions divisions)
{
    private const int MostStations = 10_000;

    public async Task<CoverageOfCounty> ReadAsync(RegionCode county, Day today)
    {
        var certified = await stations.ReadAsync(county, StationState.Certified, after: null, MostStations);
        var active = await Task.WhenAll(divisions.Find(county)!.Children.Select(town => ReadActiveAsync(town.Code, today)));
        return new CoverageOfCounty(
            Ordered(certified.Select(station => station.Village)),
            Ordered(await publicists.VillagesAsync(county)),
            Ordered(active.SelectMany(villages => villages))
        );
    }

    private async Task<IEnumerable<RegionCode>> ReadActiveAsync(RegionCode town, Day today)
    {
        var to = PeriodKey.Of(today, Period.Day);
        var from = to.Plus(1 - Coverage.ActiveDays);
        return (await pages.ReadRangeAsync(town, from, to))
            .SelectMany(page => page.Entries)
            .Where(entry => entry.Key.First.Date >= from.First.Date && entry.Key.First.Date <= to.First.Date)
            .SelectMany(entry => entry.Value)
            .Where(part => Coverage.Activities.Any(metric => part.Value.Figures[metric] > 0))
            .Select(part => part.Key);
    }

    private static IReadOnlyList<RegionCode> Ordered(IEnumerable<RegionCode> villages) =>
        [.. villages.Distinct().OrderBy(village => village.Value, StringComparer.Ordinal)];
}
