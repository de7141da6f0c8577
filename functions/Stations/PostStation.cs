using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Stations;

/// <summary>Applies for a station. The id derives from village and name, so a repeated request returns the same station.</summary>
public sealed class PostStation(StationTable stations, Divisions divisions)
{
    [Function(nameof(PostStation))]
    [Access(Role.Official)]
    [Takes<StationRequest>]
    [Answers<StationResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/stations")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await Body.ReadAsync<StationRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(divisions).Refused(out refusal, out var described))
            return Answer.Refuse(refusal);
        if (await caller.RefuseAsync(described.Village) is { } outside)
            return Answer.Refuse(outside);

        var station = described with
        {
            Id = $"st-{described.Village.County}-{Fingerprint.Of($"{described.Village}|{Characters.Seen(described.Name.Zh)}", 6)}",
        };
        var isNew = await stations.AddAsync(station);
        await caller.RecordAsync(station.Village, station.Id);
        if (isNew)
            return Answer.Created(StationResponse.Of(station, divisions));
        var stored = (await stations.FindAsync(station.Id))!.Value.Station;
        return stored.IsAsIn(station) ? Answer.Ok(StationResponse.Of(stored, divisions)) : Answer.Refuse(StationRefusals.Exists);
    }
}
