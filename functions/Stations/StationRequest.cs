using EStation.Http;
using EStation.Regions;

namespace EStation.Stations;

public sealed record HavesRequest(
    bool? Network = null,
    bool? Staff = null,
    bool? Premises = null,
    bool? Activities = null,
    bool? Terminals = null
);

public sealed record StationRequest(
    TextRequest? Name,
    [property: As<RegionCode>] string? Village,
    string? Address,
    double? Latitude,
    double? Longitude,
    string? Opening,
    HavesRequest? Haves
)
{
    private const int LongestName = 60;
    private const int LongestAddress = 120;

    public Result<Station> Parse(Divisions divisions)
    {
        var check = new Validation();
        var name = TextRequest.ParseLine(check, "name", Name, LongestName);
        var village = check.Division("village", Village, divisions);
        check.Check(village.Value.Length == 0 || village.Level == RegionLevel.Village, "village", "is no village");
        var address = check.Line("address", Address, LongestAddress);
        check.Check(Latitude is >= 18 and <= 54, "latitude", "must be degrees north, between 18 and 54");
        check.Check(Longitude is >= 73 and <= 136, "longitude", "must be degrees east, between 73 and 136");
        var opening = check.Line("opening", Opening, LongestAddress);
        check.Check(Haves is not null, "haves", "is missing");
        return check.Or(() =>
            new Station("", name, village, address, Latitude!.Value, Longitude!.Value, opening, HavesOf(Haves!), StationState.Applied)
        );
    }

    private static Haves HavesOf(HavesRequest haves) =>
        new(haves.Network ?? false, haves.Staff ?? false, haves.Premises ?? false, haves.Activities ?? false, haves.Terminals ?? false);
}
