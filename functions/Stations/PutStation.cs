using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Stations;

/// <summary>Describes a station anew.</summary>
public sealed class PutStation(Callers callers, StationTable stations, Divisions divisions)
{
    [Function(nameof(PutStation))]
    [Takes<StationRequest>]
    [Answers<StationResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/stations/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        if (
            (await callers.RequireAsync(request, Role.Official, region: null, nameof(PutStation), id)).Refused(
                out var refusal,
                out var caller
            )
        )
            return Answer.Refuse(refusal);
        if (await stations.FindAsync(id) is not { } stored)
            return Answer.Refuse(Refusal.NotFound);
        if (await callers.RefuseAsync(caller, Role.Official, stored.Station.Village, nameof(PutStation), id) is { } outside)
            return Answer.Refuse(outside);
        if ((await Body.ReadAsync<StationRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(divisions).Refused(out refusal, out var described))
            return Answer.Refuse(refusal);
        if (await callers.RefuseAsync(caller, Role.Official, described.Village, nameof(PutStation), id) is { } elsewhere)
            return Answer.Refuse(elsewhere);

        return await OptimisticConcurrency.RetryAsync<IResult>(async tried =>
        {
            var (station, read) = tried == 1 ? stored : (await stations.FindAsync(id))!.Value;
            if (station.With(described).Refused(out var unfit, out var changed))
                return Answer.Refuse(unfit);
            if (!await stations.TryReplaceAsync(changed, read))
                return null;
            await callers.RecordAsync(caller, nameof(PutStation), changed.Village, id);
            return Answer.Ok(StationResponse.Of(changed, divisions));
        });
    }
}
