using EStation.Regions;
using EStation.Storage;

namespace EStation.Stations;

/// <summary>The certified stations of the province, in memory and some minutes old, to find the nearest.</summary>
public sealed class NearestStations
{
    public const int Most = 10;
    private const int MostStations = 100_000;
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    private readonly Cached<IReadOnlyList<Station>> certified;

    public NearestStations(StationTable stations, TimeProvider time) =>
        certified = new Cached<IReadOnlyList<Station>>(
            () => stations.ReadAsync(RegionCode.Province, StationState.Certified, after: null, MostStations),
            time,
            Freshness
        );

    public async Task<IReadOnlyList<(Station Station, double Metres)>> FindAsync(Position position) =>
        [
            .. (await certified.GetAsync())
                .Select(station => (station, Metres: position.MetresTo(new Position(station.Latitude, station.Longitude))))
                .OrderBy(found => found.Metres)
                .Take(Most),
        ];
}
