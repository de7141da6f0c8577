using EStation.Regions;

namespace EStation.Stations;

public sealed record StationResponse(
    string Id,
    Text Name,
    RegionCode Village,
    IReadOnlyList<Text> PlaceNames,
    string Address,
    double Latitude,
    double Longitude,
    string Opening,
    Haves Haves,
    StationState State,
    Day? CertifiedOn,
    string? Reason
)
{
    public static StationResponse Of(Station station, Divisions divisions) =>
        new(
            station.Id,
            station.Name,
            station.Village,
            divisions.NamesDownTo(station.Village),
            station.Address,
            station.Latitude,
            station.Longitude,
            station.Opening,
            station.Haves,
            station.State,
            station.CertifiedOn,
            station.Reviews is [.., var last] ? last.Reason : null
        );
}
