using EStation.Access;
using EStation.Http;
using EStation.Regions;
using EStation.Stations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings;

/// <summary>An official changes a training. More seats confirm people from the waiting list; fewer seats take none away.</summary>
public sealed class ChangeTraining(
    TrainingTable trainings,
    TrainingPublisher publisher,
    StationTable stations,
    Divisions divisions,
    TimeProvider time
)
{
    [Function(nameof(ChangeTraining))]
    [Access(Role.Official, Role.Administrator)]
    [Takes<TrainingRequest>]
    [Answers<TrainingResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/trainings/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(trainings.FindAsync(id), found => found.Village)).Refused(out var refusal, out var known))
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<TrainingRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(divisions, caller.Id).Refused(out refusal, out var wanted))
            return Answer.Refuse(refusal);
        if (wanted.Village.County != known.Village.County)
            return Answer.Refuse(Refusal.Invalid("village", "must stay in the same county"));
        if (await caller.RefuseAsync(wanted.Village) is { } notAllowed)
            return Answer.Refuse(notAllowed);
        if (wanted.Station is { } station && !await stations.IsInAsync(station, wanted.Village))
            return Answer.Refuse(Refusal.Invalid("station", "is no station of the village"));

        var now = time.Now();
        if ((await trainings.ChangeAsync(id, before => before.ChangedTo(wanted), now)).Refused(out refusal, out _))
            return Answer.Refuse(refusal);
        await publisher.ListAsync(id);
        await caller.RecordAsync(known.Village);
        var (training, seats) = (await trainings.ReadAsync(id))!.Value;
        return Answer.Ok(TrainingResponse.Of(training, seats, divisions, now));
    }
}
