using EStation.Access;
using EStation.Http;
using EStation.Identity;
using EStation.Regions;
using EStation.Stations;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Trainings;

/// <summary>An official announces a training at a village of the official's region. A repeated announcement returns the same
/// training.</summary>
public sealed class AnnounceTraining(
    TrainingTable trainings,
    TrainingPublisher publisher,
    StationTable stations,
    Divisions divisions,
    Secrets secrets,
    TimeProvider time
)
{
    [Function(nameof(AnnounceTraining))]
    [Access(Role.Official, Role.Administrator)]
    [Takes<TrainingRequest>]
    [Answers<TrainingResponse>(200, 201)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/trainings")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        if ((await Body.ReadAsync<TrainingRequest>(request, cancellation)).Refused(out var refusal, out var body))
            return Answer.Refuse(refusal);
        if (RegionCode.TryParse(body.Village, null, out var village) && await caller.RefuseAsync(village, village.Value) is { } notAllowed)
            return Answer.Refuse(notAllowed);
        if (body.Parse(divisions, caller.Id).Refused(out refusal, out var announced))
            return Answer.Refuse(refusal);
        var training = announced with { Id = TrainingKeys.IdOf(announced, secrets.AuthoredIds.Current) };
        if (training.Station is { } station && !await stations.IsInAsync(station, training.Village))
            return Answer.Refuse(Refusal.Invalid("station", "is no station of the village"));

        var now = time.Now();
        var isNew = await trainings.AnnounceAsync(training, now);
        await publisher.ListAsync(training.Id);
        await caller.RecordAsync(training.Village, training.Id);
        var (stored, seats) = (await trainings.ReadAsync(training.Id))!.Value;
        var response = TrainingResponse.Of(stored, seats, divisions, now);
        return isNew ? Answer.Created(response) : Answer.Ok(response);
    }
}
