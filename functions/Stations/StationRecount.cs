using EStation.Counting;
using EStation.Regions;

namespace EStation.Stations;

public sealed class StationRecount(StationTable stations) : IRecount
{
    public IReadOnlySet<Metric> Metrics { get; } = new HashSet<Metric> { Metric.StationsCertified };

    public async IAsyncEnumerable<Counted> CountAsync(RegionCode county)
    {
        await foreach (var station in stations.ReadCountedAsync(county))
            yield return new Counted(station.Village, station.Day, Audience.None, Metric.StationsCertified, 1);
    }
}
