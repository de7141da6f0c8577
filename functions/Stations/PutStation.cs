using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Stations;

public sealed class PutStation(StationTable stations, Divisions divisions)
{
    [Function(nameof(PutStation))]
    [Access(Role.Official)]
    [Takes<StationRequest>]
    [Answers<StationResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/stations/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(stations.FindAsync(id), found => found.Station.Village)).Refused(out var refusal, out var stored))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<StationRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(divisions).Refused(out refusal, out var described))
            return Answer.Refuse(refusal);
        if (await caller.RefuseAsync(described.Village) is { } elsewhere)
            return Answer.Refuse(elsewhere);

        return await OptimisticConcurrency.RetryAsync<IResult>(async tried =>
        {
            var (station, read) = tried == 1 ? stored : (await stations.FindAsync(id))!.Value;
            if (station.With(described).Refused(out var unfit, out var changed))
                return Answer.Refuse(unfit);
            if (!await stations.TryReplaceAsync(changed, read))
                return null;
            await caller.RecordAsync(changed.Village);
            return Answer.Ok(StationResponse.Of(changed, divisions));
        });
    }
}
