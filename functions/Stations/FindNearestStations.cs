using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Stations;

public sealed record PositionRequest(double? Latitude, double? Longitude)
{
    public Result<Position> Parse()
    {
        var check = new Validation();
        check.Check(Latitude is >= -90 and <= 90, "latitude", "must be degrees north, between -90 and 90");
        check.Check(Longitude is >= -180 and <= 180, "longitude", "must be degrees east, between -180 and 180");
        return check.Or(() => new Position(Latitude!.Value, Longitude!.Value));
    }
}

public sealed record NearestStationsResponse(IReadOnlyList<NearestStation> Items);

/// <param name="Metres">Through the air, to a hundred metres.</param>
public sealed record NearestStation(StationResponse Station, int Metres);

/// <summary>
/// The nearest certified stations. The position comes in the body, because logs keep addresses; it is used once and not stored.
/// </summary>
public sealed class FindNearestStations(NearestStations stations, Divisions divisions)
{
    private const int Step = 100;

    [Function(nameof(FindNearestStations))]
    [Access(Needs.Nothing)]
    [Takes<PositionRequest>]
    [Answers<NearestStationsResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/stations/nearest")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        if ((await Body.ReadAsync<PositionRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse().Refused(out refusal, out var position))
            return Answer.Refuse(refusal);
        var found = await stations.FindAsync(position);
        return Answer.Ok(
            new NearestStationsResponse([
                .. found.Select(near => new NearestStation(
                    StationResponse.Of(near.Station, divisions),
                    (int)Math.Round(near.Metres / Step) * Step
                )),
            ])
        );
    }
}
