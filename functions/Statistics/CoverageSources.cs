using EStation.Regions;

namespace EStation.Statistics;

/// <summary>Where it is known which villages are reached: stations and activities from the figures, publicists from their register.</summary>
internal sealed class CoverageSources(PageTable pages, Divisions divisions)
{
    // Stations are certified once and stay; the first of the plan are of 2016.
    private static readonly PeriodKey FirstYear = PeriodKey.Parse("2016");

    public async Task<CoverageOfCounty> ReadAsync(RegionCode county, Day today)
    {
        var towns = await Task.WhenAll(divisions.Find(county)!.Children.Select(town => ReadTownAsync(town.Code, today)));
        return new CoverageOfCounty(
            Ordered(towns.SelectMany(town => town.Stations)), Ordered(await PublicistsAsync(county)), Ordered(towns.SelectMany(town => town.Active)));
    }

    private async Task<(IEnumerable<RegionCode> Stations, IEnumerable<RegionCode> Active)> ReadTownAsync(RegionCode town, Day today)
    {
        var day = PeriodKey.Of(today, Period.Day);
        var since = day.Plus(1 - Coverage.ActiveDays);
        var years = await pages.ReadRangeAsync(town, FirstYear, day.Year);
        if (years.Count == 0)
            return ([], []);
        var days = await pages.ReadRangeAsync(town, since, day);
        var stations = years.SelectMany(page => page.PartsIn(page.Span)).GroupBy(part => part.Key, part => part.Value.Figures[Metric.StationsCertified]);
        var active = days.SelectMany(page => page.Entries).Where(entry => entry.Key.First.Date >= since.First.Date && entry.Key.First.Date <= today.Date)
            .SelectMany(entry => entry.Value).Where(part => Coverage.Activities.Any(metric => part.Value.Figures[metric] > 0));
        return (stations.Where(village => village.Sum() > 0).Select(village => village.Key), active.Select(part => part.Key).Distinct());
    }

    /// <summary>Nobody is registered as one yet.</summary>
    private static Task<IReadOnlyList<RegionCode>> PublicistsAsync(RegionCode county) => Task.FromResult<IReadOnlyList<RegionCode>>([]);

    private static IReadOnlyList<RegionCode> Ordered(IEnumerable<RegionCode> villages) => [.. villages.OrderBy(village => village.Value, StringComparer.Ordinal)];
}
