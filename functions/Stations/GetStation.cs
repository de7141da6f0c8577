using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Stations;

public sealed class GetStation(StationTable stations, Divisions divisions)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromMinutes(1);

    [Function(nameof(GetStation))]
    [Access(Needs.Nothing)]
    [Answers<StationResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/stations/{id}")] HttpRequest request,
        string id
    ) =>
        await stations.FindAsync(id) is { Station: var station } stored
            ? Answer.Public(StationResponse.Of(station, divisions), stored.Read.ToString(), Cacheable)
            : Answer.Refuse(Refusal.NotFound);
}
